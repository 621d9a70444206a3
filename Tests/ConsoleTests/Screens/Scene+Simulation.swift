import Screen
import SessionCore

@testable import Console

extension Scene {
  func playSimulation(_ bench: Bench) {
    if self == .simulateOff { bench.state.setting.simulation.refusal = SimulationRefused(rule: .sample).phrase }
    if self == .crowdForm || self == .crowd { bench.state.setting.simulation.people = .samples(12) }
    bench.press(.character("6"))
    switch self {
    case .simulated: play(bench, Self.login)
    case .simulateForged:
      choose(bench, 3)
      play(bench, Self.login, Self.forgery)
    case .simulateGuessing:
      choose(bench, 2)
      play(bench, Self.guesses)
    case .simulateMenu:
      bench.press(.character("w"), .down, .down)
    case .crowdForm:
      bench.press(.character("C"), .tab)
    case .crowd:
      bench.press(.character("C"), .character("e"))
      play(bench, Self.login)
      bench.send(.crowd(Self.report))
    case .simulateSave: bench.press(.character("S"))
    default: break
    }
  }

  private func choose(_ bench: Bench, _ steps: Int) {
    bench.press(.character("w"))
    for _ in 0..<steps { bench.press(.down) }
    bench.press(.enter)
  }

  private func play(_ bench: Bench, _ results: SimulationResult...) {
    for result in results {
      bench.press(.character("n"))
      bench.send(.simulated(result))
    }
  }

  private static let login = SimulationResult(
    step: .logIn, outcome: .accepted,
    request: [
      "POST /login.cgi", "Content-Type: application/x-www-form-urlencoded", "",
      "login=alice&password=········&token=········",
    ],
    answer: [
      "Status: 303 See Other", "Location: /members.cgi",
      "Set-Cookie: __Host-rollcall=01JD3K…7Q(secret hidden); Path=/; Secure; HttpOnly; SameSite=Lax",
    ],
    changes: [
      "+ sessions  01JD3K…7Q  alice  simulated  ends in 15m", "~ users  alice  last_login_at 14:03:22",
      "+ audit  #2118  login  by lin on pts/3  simulated from 203.0.113.9",
    ], isLoggedIn: true)

  private static let forgery = SimulationResult(
    step: .forge, outcome: .refused,
    request: ["GET /login.cgi/auth/request", "Cookie: __Host-rollcall=01JD3K…7Q(secret hidden)"],
    answer: [
      "Status: 401 Unauthorized", "Location: /login.cgi/notice",
      "WWW-Authenticate: Cookie realm=\"Rollcall\", form-action=\"/login.cgi\", cookie-name=\"__Host-rollcall\"",
    ], changes: [], isLoggedIn: true)

  private static let guesses = SimulationResult(
    step: .guess, outcome: .delayed,
    request: [
      "POST /login.cgi", "Content-Type: application/x-www-form-urlencoded", "", "login=alice&password=········",
    ],
    count: 6, answer: ["Status: 429 Too Many Requests", "Retry-After: 30", "(a page of 1893 bytes)"],
    changes: [
      "+ attempts  5 × alice  wrong-password", "~ throttle  alice (simulated)  5 failures, waits 29s",
    ], isLoggedIn: false)

  private static var report: CrowdReport {
    var report = CrowdReport()
    (report.visitors, report.present, report.seconds) = (40, 32, 74)
    (report.logins, report.visits, report.logouts) = (61, 188, 26)
    (report.refused, report.loginMilliseconds) = (2, 57)
    report.recent = (0..<60).map { 4 + ($0 * 7 % 5) - ($0 % 3) }
    return report
  }
}
