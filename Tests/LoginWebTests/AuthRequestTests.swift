import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct AuthRequestTests {
  @Test func `a live session is named to the web server`() throws {
    let site = try TestSite()
    let (token, session) = try site.database.logIn("王小明")
    let browser = Browser(site)
    browser.cookie = "__Host-rollcall=\(token.text)"
    let answer = browser.get("/auth/request", query: "", ["HTTP_REMOTE_USER": "root", "REMOTE_USER": "root"])
    #expect(answer.status == .ok)
    #expect(answer.body.isEmpty)
    #expect(answer.value(of: "Remote-User") == "%E7%8E%8B%E5%B0%8F%E6%98%8E")
    for name in ["Remote-Name", "Remote-Email", "Remote-Groups"] { #expect(answer.value(of: name) == "") }
    #expect(answer.value(of: "Rollcall-Session") == session.id.description)
    #expect(answer.value(of: "Rollcall-Auth-Time") == session.authenticatedAt.rfc3339)
    #expect(!String(decoding: answer.serialized(), as: UTF8.self).contains(token.text))
  }

  @Test func `nobody is answered with 401 and never with a redirect`() throws {
    let answer = try TestSite().send(["PATH_INFO": "/auth/request"])
    #expect(answer.status == .unauthorized)
    #expect(answer.value(of: "WWW-Authenticate")?.hasPrefix("Cookie ") == true)
    #expect(answer.value(of: "Location") == "/login.cgi/notice")
    #expect(answer.value(of: "Remote-User") == nil)
    #expect(answer.body.isEmpty)
  }

  @Test func `without a cookie the database is not opened`() throws {
    let site = try TestSite()
    site.open = { throw StoreError(.missing, database: "x") }
    #expect(site.send(["PATH_INFO": "/auth/request"]).status == .unauthorized)
    #expect(site.log.isEmpty)
  }

  @Test func `a session that was ended passes no more`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    browser.logIn()
    #expect(browser.get("/auth/request").status == .ok)
    try site.database.anotherService().end(.matching(SessionFilter()), by: TestDatabase.operator, reason: "lost phone")
    #expect(browser.get("/auth/request").status == .unauthorized)
    #expect(browser.page().status == .unauthorized)
  }
}
