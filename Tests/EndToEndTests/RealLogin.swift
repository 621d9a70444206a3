import Foundation
import Support

/// The real login.cgi over a database of its own, as a web server runs it: a process for each request, and nothing in its
/// environment but what the request brings along.
final class RealLogin: Sendable {
  static let password = "correct horse battery staple"

  let files: TemporaryDirectory
  let database: String
  /// The program; a copy may stand where another user can start it.
  let program: String

  /// Sets a database up, with the user alice in it; or takes one that is there, by its address.
  init(program: String = Products.release("login.cgi"), on address: String? = nil) throws {
    files = try TemporaryDirectory()
    database = address ?? files.file("rollcall.db")
    self.program = program
    guard address == nil else { return }
    try rollcall("setup")
    try rollcall("users", "add", "alice", "--password-stdin", input: Self.password)
  }

  /// Runs an administrator's command.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func rollcall(_ arguments: String..., input: String = "") throws -> String {
    let result = try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: ["ROLLCALL_DATABASE": database, "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"],
      input: Array(input.utf8))
    guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// What became of a request.
  struct Outcome {
    /// The program's exit status.
    let exit: Int32
    /// All that it wrote.
    let output: String
    /// What it wrote to the error log.
    let log: String

    /// The answer.
    var answer: CGIAnswer { get throws { try CGIAnswer(Array(output.utf8)) } }
  }

  /// The meta-variables of a request by https from a browser with a page of ours open.
  var usual: [String: String] {
    [
      "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": "GET", "HTTPS": "on",
      "SCRIPT_NAME": "/login.cgi", "PATH_INFO": "", "REMOTE_ADDR": "203.0.113.7", "HTTP_HOST": "example.org",
      "HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_USER_AGENT": "Mozilla/5.0 Firefox/150", "ROLLCALL_DATABASE": database,
      "ROLLCALL_CONFIG": "/dev/null",
    ]
  }

  /// The words that start the program: first those of `wrapper`, such as `prlimit`. A variable that is nil is not set.
  func command(
    _ variables: [String: String?] = [:], arguments: [String] = [], by wrapper: [String] = []
  ) -> [String] {
    let all = usual.merging(variables.compactMapValues { $0 }) { $1 }.filter { variables[$0.key] != .some(nil) }
    return wrapper + ["env", "-i"] + all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + [program]
      + arguments
  }

  /// Sends a request.
  func send(
    _ variables: [String: String?] = [:], body: [UInt8] = [], arguments: [String] = [], by wrapper: [String] = []
  ) throws -> Outcome {
    let words = command(variables, arguments: arguments, by: wrapper)
    let result = try ChildProgram.run(words[0], Array(words.dropFirst()), input: body)
    return Outcome(exit: result.status, output: result.output, log: result.errors)
  }

  /// The variables of a request that sends a body of `length` bytes.
  static func posting(_ length: Int, _ path: String = "") -> [String: String?] {
    [
      "REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_LENGTH": String(length),
      "CONTENT_TYPE": "application/x-www-form-urlencoded",
    ]
  }

  /// Sends a form.
  func post(
    _ path: String = "", _ fields: KeyValuePairs<String, String>, _ more: [String: String?] = [:],
    by wrapper: [String] = []
  ) throws -> Outcome {
    let body = Self.encode(fields)
    return try send(Self.posting(body.count, path).merging(more) { $1 }, body: body, by: wrapper)
  }

  static func encode(_ fields: KeyValuePairs<String, String>) -> [UInt8] {
    Array(fields.map { "\(HTTPClient.encode($0.key))=\(HTTPClient.encode($0.value))" }.joined(separator: "&").utf8)
  }

  /// The token of a login form that is given out now.
  func formToken() throws -> String {
    let page = try send(["QUERY_STRING": "carry=1"]).output
    guard let token = page.firstMatch(of: /name="token" value="([^"]*)"/) else {
      throw ChildProgram.Failure("no form: \(page)")
    }
    return String(token.1)
  }

  /// Fills the form in and sends it.
  func logIn(
    _ login: String = "alice", _ password: String = RealLogin.password, _ more: [String: String?] = [:],
    by wrapper: [String] = []
  ) throws -> Outcome {
    try post("", ["token": formToken(), "login": login, "password": password], more, by: wrapper)
  }

  /// The cookie, name and value, of a new session.
  func cookie() throws -> String {
    let answer = try logIn().answer
    guard answer.status == 303, let cookie = answer["Set-Cookie"]?.split(separator: ";").first else {
      throw ChildProgram.Failure("no login: \(answer.status)")
    }
    return String(cookie)
  }

  /// The status of a check with a Cookie header; nil for none.
  func check(_ cookie: String?) throws -> Int {
    try send(["PATH_INFO": "/auth/request", "HTTP_COOKIE": cookie]).answer.status
  }
}
