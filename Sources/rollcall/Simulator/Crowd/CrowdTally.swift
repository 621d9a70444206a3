/// What became of a crowd's requests: how many there were of each outcome, and how long they took.
struct CrowdTally: Sendable {
  /// What a visitor of a crowd does.
  enum Step: String, CaseIterable, Sendable {
    case login, visit, logout
  }

  /// What became of one request.
  enum Outcome: Sendable {
    /// As the visitor wanted.
    case done
    /// Wrong password, or not logged in.
    case refused
    /// 429: too many wrong passwords before.
    case delayed
    /// Anything else, such as no free slot to hash a password.
    case failed
  }

  /// The counts of one step.
  struct Row: Sendable {
    let step: Step
    private(set) var done = 0
    private(set) var refused = 0
    private(set) var delayed = 0
    private(set) var failed = 0
    private var times: [Int64] = []

    init(step: Step) { self.step = step }

    fileprivate mutating func add(_ outcome: Outcome, _ milliseconds: Int64) {
      switch outcome {
      case .done: done += 1
      case .refused: refused += 1
      case .delayed: delayed += 1
      case .failed: failed += 1
      }
      times.append(milliseconds)
    }

    /// The time in milliseconds that so many requests of a hundred did not exceed, by the nearest rank; nil for none.
    func percentile(_ percent: Int) -> Int64? {
      guard !times.isEmpty else { return nil }
      let rank = (percent * times.count + 99) / 100
      return times.sorted()[min(times.count, max(1, rank)) - 1]
    }
  }

  private(set) var rows = Step.allCases.map(Row.init(step:))
  /// How many visits began later than they should have, because all processes were busy.
  var late = 0

  /// Counts a request.
  mutating func add(_ step: Step, _ outcome: Outcome, milliseconds: Int64) {
    for index in rows.indices where rows[index].step == step { rows[index].add(outcome, milliseconds) }
  }
}
