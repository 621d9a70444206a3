import Foundation
import SessionCore
import Support
import Testing

@testable import LoginWeb

/// By which ways a visitor gets a session, and by which not (OWASP ASVS 5.0, 6.1.3 and 6.3.4).
@Suite struct WaysInTests {
  @Test func `every path of the login program is on the page of ways in`() throws {
    let page = try String(contentsOf: URL(filePath: Products.repository + "/docs/security.md"), encoding: .utf8)
    for route in Route.all { #expect(page.contains("`login.cgi\(route.path)`"), "\(route.path)") }
  }

  @Test func `a login and a password open a session at the form alone, and when they are sent by POST`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    let fields = [
      "login": "alice", "password": TestDatabase.password, "token": browser.get().field("token") ?? "",
    ]
    let query = String(decoding: Browser.encode(fields), as: UTF8.self)
    func live() throws -> Int {
      try site.database.store.countSessions(.matching(SessionFilter()), at: site.database.clock.now).value
    }
    for path in Route.all.map(\.path) {
      _ = browser.get(path, query: query)
      if path != "/" { _ = browser.post(path, fields) }
      #expect(try live() == 0, "\(path)")
    }
    _ = browser.post("/", fields)
    #expect(try live() == 1)
  }

  @Test func `a code sets a password and opens no session`() throws {
    let site = try TestSite()
    let (_, code) = try site.database.service.addUser(Login("carol"), by: TestDatabase.operator)
    let browser = Browser(site)
    let fields = [
      "login": "carol", "code": code.text, "password": "a new and longer passphrase",
      "token": browser.get("/activate").field("token") ?? "",
    ]
    let answer = browser.post("/activate", fields)
    #expect(answer.status == .ok)
    #expect(answer.value(of: "Set-Cookie") == nil)
    #expect(browser.page().status == .unauthorized)
  }
}
