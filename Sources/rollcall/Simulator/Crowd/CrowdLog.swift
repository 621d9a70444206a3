import Console

/// What a standing crowd has done, in a room that does not grow with its time.
struct CrowdLog: Sendable {
  private var report = CrowdReport()
  private let start: Int64
  /// How long the last logins took, in milliseconds.
  private var times: [Int64] = []
  /// Requests in each of the last seconds, by the second since the start.
  private var seconds: [Int64: Int] = [:]

  private static let keptTimes = 200
  private static let keptSeconds: Int64 = 60

  init(visitors: Int, start: Int64) {
    report.visitors = visitors
    self.start = start
  }

  /// Counts a request by its answer's status; nil for none.
  mutating func add(_ step: CrowdTally.Step, status: String?, milliseconds: Int64, present change: Int, at time: Int64)
  {
    switch (step, status) {
    case (.login, "303"):
      report.logins += 1
      times.append(milliseconds)
      if times.count > Self.keptTimes { times.removeFirst() }
    case (.visit, "200"): report.visits += 1
    case (.logout, "303"): report.logouts += 1
    case (_, "401"), (_, "403"), (_, "429"): report.refused += 1
    default: report.failed += 1
    }
    report.present += change
    let second = (time - start) / 1000
    seconds[second, default: 0] += 1
    if seconds.count > 2 * Int(Self.keptSeconds) { seconds = seconds.filter { $0.key > second - Self.keptSeconds } }
  }

  /// Counts a request that came too late to be made.
  mutating func leaveOut() { report.late += 1 }

  /// Counts somebody who went away without a word.
  mutating func goAway() { report.present -= 1 }

  /// All of it, at a moment.
  func report(at time: Int64) -> CrowdReport {
    var report = report
    let now = (time - start) / 1000
    report.seconds = Int(now)
    report.loginMilliseconds = times.isEmpty ? nil : times.sorted()[(times.count - 1) / 2]
    report.recent = (max(0, now - Self.keptSeconds)..<max(0, now)).map { seconds[$0] ?? 0 }
    return report
  }
}
