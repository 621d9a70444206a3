import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Every path with every method and many inputs: whatever becomes of a request, its answer is a safe one (OWASP ASVS 5.0,
/// chapters 3.4 and 14.3), and asking changes nothing (3.5.3).
@Suite struct AnswerSweepTests {
  static let methods = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE", "TRACK", "OPTIONS", "CONNECT", "PROPFIND", "get", "Post",
    "",
    "GET ", "G\u{E9}T", String(repeating: "A", count: 10_240),
  ]
  static let reading = ["GET", "HEAD"]
  static let paths =
    Route.all.map(\.path) + [
      "", "/nothing", "/auth", "/auth/", "//", "/../", "/%2e%2e/", "/LOGOUT", "/logout\u{0}", "/王",
    ]

  /// What a request may bring along besides.
  static let inputs: [[String: String?]] = [
    [:], ["QUERY_STRING": "return=/members.cgi"], ["QUERY_STRING": "return=//evil.example&carry=1"],
    ["QUERY_STRING": "%"], ["QUERY_STRING": String(repeating: "a=b&", count: 4096)],
    ["HTTPS": nil, "REMOTE_ADDR": "127.0.0.1", "HTTP_ORIGIN": "http://example.org"], ["HTTPS": nil],
    ["HTTP_ACCEPT_LANGUAGE": "zh-CN"], ["CONTENT_TYPE": "text/plain"], ["CONTENT_LENGTH": nil],
    ["CONTENT_LENGTH": "99999"], ["HTTP_SEC_FETCH_SITE": "cross-site"], ["HTTP_HOST": nil, "HTTP_SEC_FETCH_SITE": nil],
    ["REMOTE_ADDR": nil], ["HTTP_USER_AGENT": String(repeating: "王", count: 5000)],
    ["SCRIPT_NAME": nil, "REQUEST_URI": "//evil.example/"],
  ]

  private func bodies(_ site: TestSite, _ browser: Browser) -> [[UInt8]] {
    let field = browser.get("", query: "", ["HTTP_COOKIE": nil]).field("token") ?? ""
    return [[:], ["token": field, "login": "alice", "password": "wrong"], ["token": "x"], ["login": "\u{0}"]].map(
      Browser.encode)
  }

  @Test(arguments: [true, false]) func `every answer to every request is a safe one`(_ isLoggedIn: Bool) throws {
    let site = try TestSite()
    let browser = Browser(site)
    if isLoggedIn { browser.logIn() }
    var statuses: Set<Int> = []
    for path in Self.paths {
      for method in Self.methods {
        for input in Self.inputs {
          for body in bodies(site, browser).prefix(method == "POST" ? 4 : 1) {
            let usual: [String: String?] = [
              "REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_COOKIE": browser.cookie,
              "CONTENT_LENGTH": String(body.count), "CONTENT_TYPE": "application/x-www-form-urlencoded",
            ]
            let variables = usual.merging(input) { $1 }
            let answer = site.send(variables, body: body)
            let what: Comment = "\(method) \(path) \(input) \(body.count)"
            let isHead = method == "HEAD"
            let read = try CGIAnswer(answer.serialized(withBody: !isHead), hasBody: !isHead)
            statuses.insert(read.status)
            let isSecure = variables["HTTPS"] != .some(nil)
            #expect(read.faults(isSecure: isSecure) == [], what)
            if !read.body.isEmpty { #expect(throws: Never.self, what) { try Markup(read.body) } }
          }
        }
      }
    }
    #expect(statuses.isSuperset(of: [200, 400, 401, 403, 404, 405, 411, 413, 415]))
    #expect(site.log == [])
  }

  @Test(arguments: [true, false]) func `asking changes nothing`(_ isLoggedIn: Bool) throws {
    let site = try TestSite()
    let browser = Browser(site)
    if isLoggedIn { browser.logIn() }
    let code = try site.database.service.addUser(Login("carol"), by: TestDatabase.operator).code.text
    let field = browser.get("", query: "", ["HTTP_COOKIE": nil]).field("token") ?? ""
    let own = browser.page().field("token") ?? ""
    let before = try Contents(of: site.database.path)
    let fields = [
      "password": TestDatabase.password, "code": code, "new": "a new and longer passphrase", "remember": "1",
    ]
    for path in Self.paths {
      for method in Self.methods where method != "POST" {
        for token in [field, own] {
          for login in ["alice", "carol"] {
            let body = Browser.encode(fields.merging(["token": token, "login": login]) { $1 })
            let answer = site.send(
              [
                "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": String(decoding: body, as: UTF8.self),
                "HTTP_COOKIE": browser.cookie, "CONTENT_LENGTH": String(body.count),
                "CONTENT_TYPE": "application/x-www-form-urlencoded",
              ], body: body)
            #expect(answer.value(of: "Set-Cookie") == nil, "\(method) \(path)")
            // A web server asks with the visitor's own method.
            if !Self.reading.contains(method), !path.hasPrefix("/auth/") {
              #expect([404, 405].contains(answer.status.code), "\(method) \(path)")
            }
          }
        }
      }
    }
    #expect(try Contents(of: site.database.path) == before)
  }
}
