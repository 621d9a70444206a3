import Console
import Glibc
import SessionCore

/// Does what a visitor does: the real login.cgi as a child process, with a visitor's request in its environment.
///
/// Keeps the visitor's cookie between the steps, as a browser does; no secret leaves it.
final class LoginSimulator {
  private let settings: [String: String]
  private let service: SessionService
  private let actor: Actor
  private var cookie: String?
  private var session: SessionID?

  /// Takes what the operator has set, as variables for login.cgi: the database, the key and the like.
  init(environment: [String: String], service: SessionService, actor: Actor) {
    self.settings = environment
    self.service = service
    self.actor = actor
  }

  /// The visitor's cookie, for whoever keeps it; nil when nobody is logged in.
  var token: Token? { cookie.flatMap { Token(text: Array($0.utf8)) } }

  /// Goes on as a visitor who has this cookie.
  func resume(_ token: Token) {
    cookie = token.text
    session = token.id
  }

  /// Does one step and says what was asked, answered and changed.
  ///
  /// - Throws: ``CommandFailure`` when login.cgi cannot be run, or answers nothing.
  func run(_ request: SimulationRequest) throws -> SimulationResult {
    guard IPAddress(text: request.address) != nil else {
      throw CommandFailure(.refused, Phrase("“\(request.address)” is not an address.", "“\(request.address)”不是地址。"))
    }
    let before = try service.store.lastAuditNumber()
    let visit: Visit
    switch request.step {
    case .logIn:
      cookie = nil
      session = nil
      visit = try post("", ["login": request.login, "password": request.password], request)
    case .visit: visit = try send(Visit.Ask(method: "GET", path: "/auth/request"), request)
    case .logOut: visit = try post("/logout", [:], request)
    }
    take(visit.answer)
    return SimulationResult(
      step: request.step, request: visit.ask.lines(cookie: visit.sentCookie), answer: visit.answer.lines,
      changes: try changes(since: before), isLoggedIn: cookie != nil)
  }

  /// Sends a form as a browser does: the page first, for its hidden field.
  private func post(_ path: String, _ fields: KeyValuePairs<String, String>, _ request: SimulationRequest)
    throws -> Visit
  {
    let form = try send(Visit.Ask(method: "GET", path: ""), request)
    var ask = Visit.Ask(method: "POST", path: path)
    ask.fields = fields.map { ($0.key, $0.value) } + [("token", form.answer.hiddenField("token") ?? "")]
    return try send(ask, request)
  }

  private func send(_ ask: Visit.Ask, _ request: SimulationRequest) throws -> Visit {
    let body = ask.body
    var environment = [
      "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": ask.method,
      "SCRIPT_NAME": "/login.cgi", "PATH_INFO": ask.path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
      "HTTP_HOST": "localhost", "HTTPS": "on", "REMOTE_ADDR": request.address, "HTTP_USER_AGENT": request.userAgent,
      "HTTP_ACCEPT_LANGUAGE": "en", "HTTP_SEC_FETCH_SITE": "same-origin",
      "ROLLCALL_SIMULATED_BY": "\(actor.name)|\(actor.terminal)|\(actor.address)",
    ]
    if ask.method == "POST" {
      environment["CONTENT_LENGTH"] = String(body.count)
      environment["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
    }
    environment.merge(settings) { ours, _ in ours }
    if let cookie { environment["HTTP_COOKIE"] = "\(Visit.cookieName)=\(cookie)" }
    let output = try ChildProcess.run(try program(), environment: environment, input: body)
    guard let answer = Visit.Answer(output) else {
      throw CommandFailure(.refused, Phrase("login.cgi gave no answer.", "login.cgi 没有应答。"))
    }
    return Visit(ask: ask, sentCookie: cookie, answer: answer)
  }

  /// Keeps or drops the cookie as the answer says.
  private func take(_ answer: Visit.Answer) {
    guard let value = answer.cookie else {
      if answer.status == "401" { cookie = nil }
      return
    }
    cookie = value.isEmpty ? nil : value
    if let token = cookie.flatMap({ Token(text: Array($0.utf8)) }) { session = token.id }
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

  /// Where login.cgi is: named by the setting login-cgi, else beside this program.
  private func program() throws -> String {
    let path = settings[Configuration.Setting.loginCGI.variable] ?? Executable.directory + "/login.cgi"
    guard access(path, X_OK) == 0 else {
      throw CommandFailure(
        .refused,
        Phrase(
          "There is no login.cgi at \(path): build it, or name it by ROLLCALL_LOGIN_CGI.",
          "\(path) 处没有 login.cgi：请构建它，或用 ROLLCALL_LOGIN_CGI 指定。"))
    }
    return path
  }
}
