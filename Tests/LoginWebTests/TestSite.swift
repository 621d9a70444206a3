import SessionCore
import Support

@testable import LoginWeb

/// The login program and a page behind its gate, over a real database, without a web server.
final class TestSite {
  let database: TestDatabase
  var site = Site()
  /// What the operator would read.
  private(set) var log: [String] = []
  /// What opening the database does.
  var open: () throws -> SessionService

  init(hasher: PasswordHasher = .cheap) throws {
    let database = try TestDatabase(hasher: hasher)
    self.database = database
    self.open = { database.service }
    try database.addUser("alice")
    try database.addUser("王小明")
  }

  private var responder: Responder {
    Responder(site: site, open: { try self.open() }, log: { self.log.append($0) })
  }

  /// The meta-variables of a request by https from a browser with a page of ours open.
  static let usual = [
    "REQUEST_METHOD": "GET", "HTTPS": "on", "HTTP_HOST": "example.org", "REMOTE_ADDR": "203.0.113.7",
    "HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_USER_AGENT": "Mozilla/5.0 Firefox/150", "SCRIPT_NAME": "/login.cgi",
  ]

  /// Answers a request to the login program. A variable that is nil is not sent.
  func send(_ variables: [String: String?], body: [UInt8] = []) -> Response {
    responder.login(Self.request(variables, body: body))
  }

  /// Answers a web server that asks, as of a FastCGI authorizer, whether a request may pass.
  func authorize(_ variables: [String: String?]) -> Response { responder.authorize(Self.request(variables, body: [])) }

  /// Answers a request to a page that only members see.
  func sendToPage(
    _ variables: [String: String?], body: [UInt8] = [], page: (Visitor) throws -> Response = TestSite.greeting
  ) -> Response {
    responder.gate(Self.request(["SCRIPT_NAME": "/members.cgi"].merging(variables) { $1 }, body: body), page)
  }

  static func greeting(_ visitor: Visitor) throws -> Response {
    Response(
      .ok,
      page: Page(
        title: "Hello", language: visitor.language, content: "<p>\(visitor.login)\(try visitor.formField())</p>"))
  }

  static var empty: Response { Response(.ok) }

  static func request(_ variables: [String: String?], body: [UInt8] = []) -> Request {
    let all = usual.merging(variables.compactMapValues { $0 }) { $1 }.filter { variables[$0.key] != .some(nil) }
    return Request(variable: { all[$0] }, body: { Array(body.prefix($0)) })
  }
}

extension Response {
  var html: String { String(decoding: body, as: UTF8.self) }

  /// The value of the first field called `name` in the page.
  func field(_ name: String) -> String? {
    guard let start = html.firstRange(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
    return String(html[start...].prefix { $0 != "\"" })
  }
}
