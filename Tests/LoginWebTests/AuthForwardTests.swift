import SessionCore
import Support
import Testing

@testable import LoginWeb

/// The one decision behind all ways in which a web server asks: /auth/request, /auth/forward, the authorizer.
@Suite struct AuthForwardTests {
  private let site: TestSite
  private let browser: Browser

  init() throws {
    site = try TestSite()
    browser = Browser(site)
  }

  private static let page: [String: String?] = ["HTTP_SEC_FETCH_MODE": "navigate", "ROLLCALL_ORIGINAL_URI": "/old?a=b"]

  private func forward(_ more: [String: String?] = page) -> Response { browser.get("/auth/forward", query: "", more) }

  private func authorize(_ more: [String: String?] = [:]) -> Response {
    site.authorize(
      ["SCRIPT_NAME": "/old", "REQUEST_URI": "/old?a=b", "HTTP_COOKIE": browser.cookie].merging(more) { $1 })
  }

  @Test(arguments: ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get", ""])
  func `a live session passes, whatever the visitor's method is`(_ method: String) throws {
    browser.logIn("王小明")
    let names = [
      "Remote-User", "Remote-Name", "Remote-Email", "Remote-Groups", "Rollcall-Session", "Rollcall-Auth-Time",
    ]
    for path in ["/auth/request", "/auth/forward"] {
      let answer = browser.get(path, query: "", ["REQUEST_METHOD": method, "CONTENT_LENGTH": "99999999"])
      #expect(answer.status == .ok)
      #expect(answer.body.isEmpty)
      #expect(answer.headers.map(\.name.description).filter(names.contains) == names)
      #expect(answer.value(of: "Remote-User") == "%E7%8E%8B%E5%B0%8F%E6%98%8E")
      #expect(["Remote-Name", "Remote-Email", "Remote-Groups"].allSatisfy { answer.value(of: $0) == "" })
    }
    let answer = authorize(["REQUEST_METHOD": method])
    #expect(answer.status == .ok && answer.body.isEmpty)
    #expect(answer.value(of: "Variable-REMOTE_USER") == "%E7%8E%8B%E5%B0%8F%E6%98%8E")
  }

  @Test func `the authorizer names the user in variables, always all, and adds nothing to the page behind it`() throws {
    browser.logIn()
    let answer = authorize()
    #expect(
      answer.headers.map(\.name.description) == [
        "Variable-REMOTE_USER", "Variable-REMOTE_NAME", "Variable-REMOTE_EMAIL", "Variable-REMOTE_GROUPS",
        "Variable-ROLLCALL_SESSION", "Variable-ROLLCALL_AUTH_TIME",
      ])
    #expect(answer.headers.map(\.value.text).prefix(4) == ["alice", "", "", ""])
    let session = try #require(
      site.database.store.sample(.matching(SessionFilter()), limit: 1, at: site.database.clock.now).first)
    #expect(answer.value(of: "Variable-ROLLCALL_SESSION") == session.id.description)
    #expect(answer.value(of: "Variable-ROLLCALL_AUTH_TIME") == session.authenticatedAt.rfc3339)
  }

  @Test func `nobody who opens a page is led to the notice and back, by the proxy's answer`() throws {
    let answer = forward()
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/login.cgi/notice?return=/old%3Fa%3Db")
    let notice = browser.get("/notice", query: "return=/old%3Fa%3Db")
    #expect(notice.html.contains("content=\"3; url=/login.cgi?return=/old%3Fa%3Db\""))
  }

  @Test func `the authorizer answers nobody with the notice itself`() throws {
    let answer = authorize()
    #expect(answer.status == .unauthorized)
    #expect(answer.value(of: "WWW-Authenticate") != nil)
    #expect(answer.value(of: "Content-Security-Policy") != nil)
    #expect(answer.html.contains("content=\"3; url=/login.cgi?return=/old%3Fa%3Db\""))
    #expect(authorize(["REQUEST_URI": "//evil.example/"]).html.contains("content=\"3; url=/login.cgi\""))
    // What was sent with a form cannot be sent again: back to the page it was sent to.
    #expect(authorize(["REQUEST_METHOD": "POST"]).html.contains("content=\"3; url=/login.cgi?return=/old\""))
  }

  static let scripts: [[String: String?]] = [
    ["HTTP_SEC_FETCH_MODE": "cors"], ["HTTP_SEC_FETCH_MODE": "cors", "HTTP_ACCEPT": "text/html"],
    ["HTTP_SEC_FETCH_MODE": "Navigate"], ["HTTP_ACCEPT": "application/json"], ["HTTP_ACCEPT": "*/*"], [:],
    ["HTTP_SEC_FETCH_MODE": "navigate", "REQUEST_METHOD": "POST"],
    ["HTTP_SEC_FETCH_MODE": "navigate", "ROLLCALL_ORIGINAL_METHOD": "POST"],
    ["HTTP_ACCEPT": "text/html", "ROLLCALL_ORIGINAL_METHOD": "PUT"],
  ]

  @Test(arguments: scripts.indices) func `a script gets a status that it can read`(_ index: Int) throws {
    let answer = forward(Self.scripts[index])
    #expect(answer.status == .unauthorized)
    #expect(answer.value(of: "WWW-Authenticate") != nil)
    #expect(answer.body.isEmpty)
  }

  @Test(arguments: ["text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "TEXT/HTML"])
  func `a browser that does not say what it is at asks for HTML`(_ accept: String) throws {
    #expect(forward(["HTTP_ACCEPT": accept]).status == .seeOther)
    #expect(forward(["HTTP_ACCEPT": accept, "REQUEST_METHOD": "HEAD"]).status == .seeOther)
  }

  static let users: [(String, Bool)] = [
    ("alice", true), ("bob alice", true), (" bob\tALICE ", true), ("%61lice", true), ("Ａｌｉｃｅ", true), ("", false),
    ("bob", false), (" ", false), ("alice2", false), ("alic", false), ("bob,alice", false), ("alice%", false),
    ("%FF alice%00", false), ("*", false), ("al ice", false),
  ]

  @Test(arguments: users.indices) func `where the server names users, nobody else passes`(_ index: Int) throws {
    let (list, isAllowed) = Self.users[index]
    browser.logIn()
    let more: [String: String?] = ["ROLLCALL_USERS": list]
    let request = browser.get("/auth/request", query: "", more)
    #expect(request.status == (isAllowed ? .ok : .forbidden), "\(list)")
    #expect(request.body.isEmpty)
    #expect((request.value(of: "Remote-User") != nil) == isAllowed)
    for answer in [forward(Self.page.merging(more) { $1 }), authorize(more)] {
      #expect(answer.status == (isAllowed ? .ok : .forbidden), "\(list)")
      #expect(answer.html.contains("You may not open this page") == !isAllowed)
      #expect(isAllowed || answer.headers.allSatisfy { !$0.name.description.hasPrefix("Variable-") })
    }
  }

  @Test func `a login with a blank in it is named with %20, and a client names nobody`() throws {
    try site.database.addUser("wang xiao 100%")
    browser.logIn("wang xiao 100%")
    #expect(browser.get("/auth/request", query: "", ["ROLLCALL_USERS": "wang%20xiao%20100%25"]).status == .ok)
    #expect(browser.get("/auth/request", query: "", ["ROLLCALL_USERS": "wang xiao 100%"]).status == .forbidden)
    let forged: [String: String?] = ["ROLLCALL_USERS": "bob", "HTTP_ROLLCALL_USERS": "wang%20xiao%20100%25"]
    #expect(browser.get("/auth/request", query: "ROLLCALL_USERS=alice", forged).status == .forbidden)
  }

  @Test func `a name that a client sends is never believed`() throws {
    let forged: [String: String?] = [
      "HTTP_REMOTE_USER": "root", "REMOTE_USER": "root", "HTTP_X_REMOTE_USER": "root",
      "HTTP_AUTHORIZATION": "Basic eDp5",
      "HTTP_X_FORWARDED_USER": "root", "AUTH_TYPE": "Basic", "HTTP_FORWARDED": "for=127.0.0.1;proto=https",
    ]
    #expect(browser.get("/auth/request", query: "", forged).status == .unauthorized)
    #expect(forward(Self.page.merging(forged) { $1 }).status == .seeOther)
    #expect(authorize(forged).status == .unauthorized)
    browser.logIn()
    #expect(browser.get("/auth/request", query: "", forged).value(of: "Remote-User") == "alice")
    #expect(forward(forged).value(of: "Remote-User") == "alice")
    #expect(authorize(forged).value(of: "Variable-REMOTE_USER") == "alice")
  }

  @Test func `without its database nobody passes`() throws {
    browser.logIn()
    site.open = { throw StoreError(.locked, database: "x") }
    for answer in [forward(), authorize(), browser.get("/auth/request")] {
      #expect(answer.status == .serviceUnavailable)
      #expect(
        answer.headers.allSatisfy { !$0.name.description.contains("REMOTE") && $0.name.description != "Remote-User" })
    }
  }

  @Test func `over plain http from afar nobody passes`() throws {
    browser.logIn()
    for answer in [forward(["HTTPS": nil]), authorize(["HTTPS": nil])] { #expect(answer.status == .forbidden) }
  }
}
