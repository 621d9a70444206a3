import Console
import Glibc
import SessionCore

/// Does what a visitor does: the real login.cgi as a child process, with a visitor's request in its environment.
///
/// Keeps the visitor's cookie between the steps, as a browser does; no secret leaves it.
final class LoginSimulator {
  private let service: SessionService
  private let browser: SimulatedBrowser
  /// The session of the last login.
  private var session: SessionID?

  /// Takes what the operator has set, as variables for login.cgi: the database, the key and the like.
  init(environment: [String: String], service: SessionService, actor: Actor) {
    self.service = service
    browser = SimulatedBrowser(environment: environment, actor: actor)
  }

  /// The visitor's cookie, for whoever keeps it; nil when nobody is logged in.
  var token: Token? { browser.token }

  /// Goes on as a visitor who has this cookie.
  func resume(_ token: Token) {
    browser.resume(token)
    session = token.id
  }

  /// Whether the visitor's session has ended, whatever the browser holds.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  func isOver() throws -> Bool {
    guard let session, let row = try service.store.session(id: session) else { return true }
    return !row.isLive(at: service.clock.now())
  }

  /// Does one step and says what was asked, answered and changed.
  ///
  /// - Throws: ``CommandFailure`` when login.cgi cannot be run, or answers nothing.
  func run(_ request: SimulationRequest) throws -> SimulationResult {
    guard IPAddress(text: request.address) != nil else {
      throw CommandFailure(.refused, Phrase("“\(request.address)” is not an address.", "“\(request.address)”不是地址。"))
    }
    let before = try service.store.lastAuditNumber()
    browser.address = request.address
    browser.userAgent = request.userAgent
    if request.step == .logIn { session = nil }
    let visit = try browser.take(request.step, login: request.login, password: request.password)
    session = browser.token?.id ?? session
    return SimulationResult(
      step: request.step, request: visit.ask.lines(cookie: visit.sentCookie), answer: visit.answer.lines,
      changes: try changes(since: before), isLoggedIn: browser.token != nil)
  }

  /// What the audit log and the session's row say of the step.
  private func changes(since number: Int64) throws -> [String] {
    // Others are at work as well: what they did is not shown as ours.
    guard let session else { return [] }
    let entries = try service.store.audit(after: number, limit: 100).filter { $0.record.session == session }
    var lines: [String] = []
    if !entries.isEmpty {
      if let row = try service.store.session(id: session) {
        lines.append(
          "+ sessions  \(row.id.short)  \(row.owner.login)  \(row.kind.name)  ends in \((row.expiresAt - row.createdAt).coarse)"
        )
        lines.append("~ users  \(row.owner.login)  last_login_at \(row.createdAt.timeOfDay)")
      } else if let ending = try service.store.ending(of: session) {
        lines.append("- sessions  \(session.short)")
        lines.append("+ ended_sessions  \(session.short)  ended \(ending.at.timeOfDay)  \(ending.by)")
      }
    }
    return lines
      + entries.map {
        "+ audit  #\($0.number)  \($0.record.action.rawValue)  by \($0.record.actor.summary)  \($0.record.reason)"
      }
  }
}
