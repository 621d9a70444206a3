import Console
import Glibc
import SessionCore

/// Asks the real login.cgi, as a child process, what a browser asks, and keeps the cookie between the steps as a browser
/// does. Belongs to one thread; no secret leaves it but the token that it is asked for.
final class SimulatedBrowser {
  /// The address to come from.
  var address = "203.0.113.9"
  /// What the client calls itself.
  var userAgent = ""
  private let settings: [String: String]
  private let claim: SimulatorClaim
  private let children: ChildProcesses
  private var cookie: String?

  /// Takes what the operator has set, as variables for login.cgi: the database, the key and the like; login.cgi runs as
  /// one of `children`.
  init(environment: [String: String], claim: SimulatorClaim, among children: ChildProcesses) {
    self.settings = environment
    self.claim = claim
    self.children = children
  }

  /// The cookie's token; nil when nobody is logged in.
  var token: Token? { cookie.flatMap { Token(text: Array($0.utf8)) } }

  /// Goes on as a visitor who has this cookie.
  func resume(_ token: Token) { cookie = token.text }

  /// Goes away without logging out, as a browser that is closed.
  func forget() { cookie = nil }

  /// Sends the login form, as a browser that holds no cookie.
  ///
  /// - Throws: ``CommandFailure`` when login.cgi cannot be run, or answers nothing.
  func logIn(_ login: String, password: String) throws -> Visit {
    forget()
    return try keep(post("", ["login": login, "password": password]))
  }

  /// Asks, as a page does, who is there.
  ///
  /// - Throws: ``CommandFailure``.
  func visit() throws -> Visit { try keep(send(Visit.Ask(method: "GET", path: "/auth/request"), cookies: cookies)) }

  /// Asks the same with other cookies, and keeps its own.
  ///
  /// - Throws: ``CommandFailure``.
  func visit(cookies: String) throws -> Visit {
    try send(Visit.Ask(method: "GET", path: "/auth/request"), cookies: cookies)
  }

  /// Presses the logout button.
  ///
  /// - Throws: ``CommandFailure``.
  func logOut() throws -> Visit { try keep(post("/logout", [:])) }

  private var cookies: String? { cookie.map { "\(Visit.cookieName)=\($0)" } }

  /// Sends a form as a browser does: the page first, for its hidden field.
  private func post(_ path: String, _ fields: KeyValuePairs<String, String>) throws -> Visit {
    let form = try send(Visit.Ask(method: "GET", path: ""), cookies: cookies)
    var ask = Visit.Ask(method: "POST", path: path)
    ask.fields = fields.map { ($0.key, $0.value) } + [("token", form.answer.hiddenField("token") ?? "")]
    return try send(ask, cookies: cookies)
  }

  private func send(_ ask: Visit.Ask, cookies: String?) throws -> Visit {
    let body = ask.body
    var environment = [
      "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": ask.method,
      "SCRIPT_NAME": "/login.cgi", "PATH_INFO": ask.path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
      "HTTP_HOST": "localhost", "HTTPS": "on", "REMOTE_ADDR": address, "HTTP_USER_AGENT": userAgent,
      "HTTP_ACCEPT_LANGUAGE": "en", "HTTP_SEC_FETCH_SITE": "same-origin", SimulatorClaim.variable: claim.text,
    ]
    if ask.method == "POST" {
      environment["CONTENT_LENGTH"] = String(body.count)
      environment["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
    }
    environment.merge(settings) { ours, _ in ours }
    if let cookies { environment["HTTP_COOKIE"] = cookies }
    let output = try ChildProcess.run(try program(), environment: environment, input: body, among: children)
    guard let answer = Visit.Answer(output) else {
      throw CommandFailure(.refused, Phrase("login.cgi gave no answer.", "login.cgi 没有应答。"))
    }
    return Visit(ask: ask, sentCookies: cookies, answer: answer)
  }

  /// Keeps or drops the cookie as the answer says.
  private func keep(_ visit: Visit) -> Visit {
    if let value = visit.answer.cookie {
      cookie = value.isEmpty ? nil : value
    } else if visit.answer.status == "401" {
      cookie = nil
    }
    return visit
  }

  private func program() throws -> String { try Self.program(settings) }

  /// Where login.cgi is: named by the setting login-cgi, else beside this program, the one for the kind of database.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  @discardableResult
  static func program(_ settings: [String: String]) throws -> String {
    let path =
      settings[Configuration.Setting.loginCGI.variable]
      ?? LoginProgram.besideThis(settings[Configuration.Setting.database.variable] ?? "")
    guard access(path, X_OK) == 0 else {
      throw CommandFailure(
        .refused,
        Phrase(
          "There is no \(LoginProgram.name(of: path)) at \(path): build it, or name it by ROLLCALL_LOGIN_CGI.",
          "\(path) 处没有 \(LoginProgram.name(of: path))：请构建它，或用 ROLLCALL_LOGIN_CGI 指定。"))
    }
    return path
  }
}
