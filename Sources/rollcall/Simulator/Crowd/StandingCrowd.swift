import Console
import Dispatch
import Glibc
import SessionCore
import Synchronization

/// A crowd that comes and goes through the real login.cgi until it is sent away, or until this process is gone, however it
/// goes: it has no other process than those that answer its requests.
final class StandingCrowd: Sendable {
  private let wish: CrowdWish
  private let accounts: [Crowd.Account]
  private let environment: [String: String]
  private let claim: SimulatorClaim
  private let surroundings: Surroundings
  private let children: ChildProcesses
  private let log: Mutex<CrowdLog>
  private let isStopped = Atomic<Bool>(false)
  private let group = DispatchGroup()

  /// How many processes answer it at once: a console must stay quick on a small machine.
  private static let width = 2
  /// Milliseconds by which a request may come too late before it is left out.
  private static let patience: Int64 = 1000

  init(
    _ wish: CrowdWish, of accounts: [Crowd.Account], environment: [String: String], claim: SimulatorClaim,
    among children: ChildProcesses
  ) {
    self.children = children
    self.wish = wish
    self.accounts = accounts
    self.environment = environment
    self.claim = claim
    surroundings = Surroundings(seed: wish.seed)
    log = Mutex(CrowdLog(visitors: wish.visitors, start: Monotonic.milliseconds))
  }

  /// Lets it come.
  ///
  /// - Parameters:
  ///   - report: is told once a second what it has done.
  ///   - left: is told when it has gone.
  func start(report: @escaping @Sendable (CrowdReport) -> Void, left: @escaping @Sendable (CrowdReport) -> Void) {
    let start = Monotonic.milliseconds
    let parts = min(Self.width, wish.visitors)
    for part in 0..<parts {
      DispatchQueue(label: "rollcall.crowd.\(part)", qos: .utility).async(group: group) { [self] in
        work(part, of: parts, since: start)
      }
    }
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1), leeway: .milliseconds(100))
    timer.setEventHandler { [self] in report(summary) }
    timer.resume()
    group.notify(queue: .global(qos: .utility)) { [self] in
      timer.cancel()
      left(summary)
    }
  }

  /// Sends it away: no more requests begin.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Waits until the requests under way are answered, no longer than until then.
  func wait(until deadline: DispatchTime) { _ = group.wait(timeout: deadline) }

  private var summary: CrowdReport { log.withLock { $0.report(at: Monotonic.milliseconds) } }

  private func work(_ part: Int, of parts: Int, since start: Int64) {
    var plan = CrowdPlan(visitors: wish.visitors, seed: wish.seed, part: part, of: parts)
    var browsers: [Int: SimulatedBrowser] = [:]
    // A password that was wrong once stays wrong: nobody is made to guess.
    var barred: Set<Int> = []
    var number = part
    while true {
      let due = start + Int64(number) * 10_000 / Int64(max(1, wish.requestsInTenSeconds))
      number += parts
      guard wait(until: due) else { return }
      let (person, wanted) = plan.next()
      guard Monotonic.milliseconds - due <= Self.patience else {
        log.withLock { $0.leaveOut() }
        continue
      }
      let account = person % accounts.count
      guard !barred.contains(account) else { continue }
      let browser = browsers[person] ?? browser(of: person)
      browsers[person] = browser
      if browser.token != nil {
        act(browser, wanted)
      } else if logIn(browser, accounts[account]) == "401" {
        barred.insert(account)
      }
    }
  }

  private func browser(of person: Int) -> SimulatedBrowser {
    let browser = SimulatedBrowser(environment: environment, claim: claim, among: children)
    browser.address = surroundings.address(of: person, place: 0).map(String.init(describing:)) ?? browser.address
    browser.userAgent = surroundings.client(of: person, place: 0)
    return browser
  }

  private func logIn(_ browser: SimulatedBrowser, _ account: Crowd.Account) -> String? {
    ask(.login, browser) { try browser.logIn(account.login, password: account.password) }
  }

  private func act(_ browser: SimulatedBrowser, _ wanted: CrowdPlan.Wish) {
    switch wanted {
    case .visit: _ = ask(.visit, browser, browser.visit)
    case .logOut: _ = ask(.logout, browser, browser.logOut)
    case .leave:
      browser.forget()
      log.withLock { $0.goAway() }
    }
  }

  /// Makes a request and counts it; gives back the answer's status.
  private func ask(_ step: CrowdTally.Step, _ browser: SimulatedBrowser, _ send: () throws -> Visit) -> String? {
    let (begin, wasThere) = (Monotonic.milliseconds, browser.token != nil)
    let status = try? send().answer.status
    let change = (browser.token != nil ? 1 : 0) - (wasThere ? 1 : 0)
    let end = Monotonic.milliseconds
    log.withLock { $0.add(step, status: status, milliseconds: end - begin, present: change, at: end) }
    return status
  }

  /// Waits; false when the crowd was sent away meanwhile.
  private func wait(until time: Int64) -> Bool {
    while !isStopped.load(ordering: .relaxed) {
      let left = time - Monotonic.milliseconds
      guard left > 0 else { return true }
      usleep(UInt32(min(left, 50) * 1000))
    }
    return false
  }
}
