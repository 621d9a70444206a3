import Console
import SessionCore

/// Does what a visitor does: the real login.cgi as a child process, with a visitor's request in its environment.
///
/// Keeps the visitor's cookie between the steps, as a browser does; no secret leaves it. Belongs to one thread.
final class LoginSimulator {
  let service: SessionService
  let actor: Actor
  let browser: SimulatedBrowser
  /// The session of the last login.
  var session: SessionID?
  /// Whose it is.
  private var user: User.ID?
  /// The cookie of the last login, as somebody may have copied it.
  var copied: Token?
  /// What the database held after the last step.
  private var seen: SimulatedChanges.Mark?

  /// Takes what the operator has set, as variables for login.cgi: the database, the key and the like; login.cgi runs as
  /// one of `children`.
  init(
    environment: [String: String], service: SessionService, actor: Actor,
    among children: ChildProcesses = ChildProcesses()
  ) {
    self.service = service
    self.actor = actor
    browser = SimulatedBrowser(
      environment: environment, claim: SimulatorClaim(actor, key: service.key), among: children)
  }

  /// The visitor's cookie, for whoever keeps it; nil when nobody is logged in.
  var token: Token? { browser.token }

  /// Goes on as a visitor who has this cookie.
  func resume(_ token: Token) {
    browser.resume(token)
    (session, copied) = (token.id, token)
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
  /// - Throws: ``CommandFailure`` when login.cgi cannot be run, or answers nothing; ``SessionCore/StoreError``.
  func run(_ request: SimulationRequest) throws -> SimulationResult {
    guard let address = IPAddress(text: request.address) else {
      throw CommandFailure(.refused, Phrase("“\(request.address)” is not an address.", "“\(request.address)”不是地址。"))
    }
    if request.isFirst {
      (session, user, copied, seen) = (nil, nil, nil, nil)
      try service.forgetSimulatedFailures(of: request.login, from: address)
    }
    // What an administrator did was done before this: since the last step.
    let isActed = request.step == .lock || request.step == .unlock
    let before = try isActed ? seen ?? .now(in: service) : .now(in: service)
    browser.address = request.address
    browser.userAgent = request.userAgent
    let done = try take(request, from: address)
    if let session, let row = try service.store.session(id: session) { user = row.userID }
    let changes = SimulatedChanges(
      since: before, session: session, user: isActed ? user : nil, login: request.login, address: address)
    let result = SimulationResult(
      step: request.step, outcome: done.outcome, request: done.asked, count: done.count,
      answer: done.visit?.answer.lines ?? [], changes: done.changes + (try changes.lines(service)),
      isLoggedIn: browser.token != nil, user: user)
    seen = try .now(in: service)
    return result
  }
}

/// What came of a step.
struct SimulatedDeed {
  var outcome: SimulationOutcome
  var visit: Visit?
  /// How often it was asked.
  var count = 1
  /// What changed that neither log tells.
  var changes: [String] = []
  /// Whether the secret in the cookie was made up.
  var isForged = false

  /// What was asked, for people.
  var asked: [String] {
    let lines = visit?.asked ?? []
    return isForged ? lines.map { $0.replacing("(secret hidden)", with: "(made-up secret)") } : lines
  }
}
