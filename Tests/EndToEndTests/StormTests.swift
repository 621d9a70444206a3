import Foundation
import Support
import Testing

/// 200 logins at once, each a process of the real login.cgi, as a web server starts them (OWASP ASVS 5.0, 2.3.4).
@Suite(.serialized) struct StormTests {
  private let files: TemporaryDirectory
  private var database: String { files.file("rollcall.db") }
  private static let password = "correct horse battery staple"

  init() throws {
    files = try TemporaryDirectory()
    try rollcall("setup")
    try rollcall("users", "add", "alice", "--password-stdin", input: Self.password)
  }

  @discardableResult
  private func rollcall(_ arguments: String..., input: String = "") throws -> String {
    let result = try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: environment, input: Array(input.utf8))
    try #require(result.status == 0, "\(arguments): \(result.errors)")
    return result.output
  }

  private var environment: [String: String] {
    ["ROLLCALL_DATABASE": database, "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"]
  }

  private static func cgi(_ environment: [String: String], _ method: String, body: String = "") throws -> String {
    let request = [
      "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": method, "HTTPS": "on", "SCRIPT_NAME": "/login.cgi",
      "PATH_INFO": "", "REMOTE_ADDR": "203.0.113.7", "HTTP_SEC_FETCH_SITE": "same-origin",
      "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": String(body.utf8.count),
    ]
    return try ChildProgram.run(
      Products.release("login.cgi"), [], environment: environment.merging(request) { $1 }, input: Array(body.utf8)
    ).output
  }

  /// How many of 200 parallel logins came to which status.
  private func storm(_ password: String) async throws -> [String: Int] {
    let environment = environment
    let form = try Self.cgi(environment, "GET")
    let token = try #require(form.firstMatch(of: /name="token" value="([^"]*)"/)).1
    let body = "token=\(token)&login=alice&password=\(password.replacing(" ", with: "+"))"
    return try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await inThread {
            try (0..<10).map { _ in
              String(try Self.cgi(environment, "POST", body: body).prefix { $0 != "\r\n" && $0 != "\n" })
            }
          }
        }
      }
      return try await group.reduce(into: [:]) { counts, statuses in
        for status in statuses { counts[status, default: 0] += 1 }
      }
    }
  }

  @Test func `200 parallel wrong logins are five guesses`() async throws {
    // However long the storm lasts, no wait is over before its end.
    try rollcall("policy", "set", "--first-delay", "1h")
    #expect(try await storm("wrong") == ["Status: 401 Unauthorized": 5, "Status: 429 Too Many Requests": 195])
    let waiting = try rollcall("attempts", "waiting", "--json")
    #expect(waiting.contains("\"failures\":5"))
  }

  @Test func `200 parallel right logins all get in, and never more than the maximum stay`() async throws {
    try rollcall("policy", "set", "--max-sessions", "7")
    #expect(try await storm(Self.password) == ["Status: 303 See Other": 200])
    #expect(try rollcall("sessions", "list", "--json").split(separator: "\n").count == 8)
    try rollcall("audit", "verify")
  }

  @Test func `200 parallel right logins are refused beyond the maximum when the policy says so`() async throws {
    try rollcall("policy", "set", "--max-sessions", "7", "--at-maximum", "refuse-new")
    #expect(try await storm(Self.password) == ["Status: 303 See Other": 7, "Status: 403 Forbidden": 193])
  }
}
