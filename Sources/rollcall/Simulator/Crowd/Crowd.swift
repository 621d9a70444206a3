import Console
import Dispatch
import Glibc
import SessionCore
import Synchronization

/// A crowd that logs in, looks at a page and logs out, at a chosen rate, through the real login.cgi.
///
/// Visits begin at equal distances. Twice as many run at once as there are processors, never more: what cannot begin in
/// time begins late, and is counted.
final class Crowd: Sendable {
  /// Somebody of a crowd.
  struct Account: Sendable {
    let login: String
    let password: String
  }

  let accounts: [Account]
  /// Visits a second.
  let rate: Double
  /// Milliseconds during which visits begin.
  let length: Int64
  private let environment: [String: String]
  private let claim: SimulatorClaim
  private let surroundings: Surroundings
  private let children = ChildProcesses()
  private let tally = Mutex(CrowdTally())
  private let next = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)

  init(
    _ accounts: [Account], rate: Double, length: Interval, seed: UInt64, environment: [String: String],
    claim: SimulatorClaim
  ) {
    self.accounts = accounts
    self.rate = rate
    self.length = length.milliseconds
    self.environment = environment
    self.claim = claim
    surroundings = Surroundings(seed: seed)
  }

  /// How many processes run at once at the most.
  static var width: Int { 2 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Lets no more visits begin. Those that are under way go on to their end.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Runs to the end, or until it is stopped.
  ///
  /// - Parameter progress: is told ten times a second how many milliseconds have gone by, and what was counted so far.
  /// - Returns: what became of it, and how many milliseconds it took.
  func run(progress: (Int64, CrowdTally) -> Void) -> (tally: CrowdTally, milliseconds: Int64) {
    let start = Monotonic.milliseconds
    let group = DispatchGroup()
    for number in 0..<Self.width {
      // A queue each: they wait for their processes, and must not wait for one another.
      DispatchQueue(label: "rollcall.crowd.\(number)").async(group: group) { self.work(since: start) }
    }
    while group.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      progress(Monotonic.milliseconds - start, tally.withLock { $0 })
    }
    return (tally.withLock { $0 }, Monotonic.milliseconds - start)
  }

  private func work(since start: Int64) {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      let due = Int64(Double(number) * 1000 / rate)
      guard due < length, wait(until: start + due) else { return }
      let isLate = Monotonic.milliseconds - start - due > 100
      if isLate {
        // What is over is over: a crowd that the machine cannot serve does not go on when its time is up.
        guard Monotonic.milliseconds - start < length else { return }
        tally.withLock { $0.late += 1 }
      }
      visit(number)
    }
  }

  /// Waits; false when the crowd was stopped meanwhile.
  private func wait(until time: Int64) -> Bool {
    while !isStopped.load(ordering: .relaxed) {
      let left = time - Monotonic.milliseconds
      guard left > 0 else { return true }
      usleep(UInt32(min(left, 50) * 1000))
    }
    return false
  }

  private func visit(_ number: Int) {
    let person = number % accounts.count
    let account = accounts[person]
    let browser = SimulatedBrowser(environment: environment, claim: claim, among: children)
    browser.address = surroundings.address(of: person, place: 0).map(String.init(describing:)) ?? browser.address
    browser.userAgent = surroundings.client(of: person, place: 0)
    guard take(.login, { try browser.logIn(account.login, password: account.password) }) == .done else { return }
    _ = take(.visit, browser.visit)
    _ = take(.logout, browser.logOut)
  }

  private func take(_ step: CrowdTally.Step, _ ask: () throws -> Visit) -> CrowdTally.Outcome {
    let start = Monotonic.milliseconds
    let status = try? ask().answer.status
    let outcome: CrowdTally.Outcome =
      switch status {
      case "200", "303": .done
      case "401": .refused
      case "429": .delayed
      default: .failed
      }
    let time = Monotonic.milliseconds - start
    tally.withLock { $0.add(step, outcome, milliseconds: time) }
    return outcome
  }
}
