import Foundation
import Support
import Testing

/// A visitor's way through the pages in Chromium, over a real server.
@Suite(.serialized) struct BrowserTests {
  private let site: RunningSite
  private let browser: Browser

  init() throws {
    site = try RunningSite()
    browser = try Browser()
  }

  private func logIn(_ login: String) throws {
    try browser.go(site.server.address + "/members.cgi")
    try browser.wait("the login page") { try $0.has("#password") }
    try browser.type(login, into: "#login")
    try browser.type(try #require(RunningSite.people[login]), into: "#password")
    try browser.click("button")
    try browser.wait("the members' page") { try $0.url().hasSuffix("/members.cgi") && $0.has("button[name=add]") }
  }

  @Test("Log in, fill the cart, log out; the back button shows nothing of it")
  func journey() throws {
    try logIn("王小明")
    #expect(try browser.text().contains("王小明"))
    let cookie = try #require(try browser.cookies()["rollcall"])
    #expect(cookie["httpOnly"] as? Bool == true)
    #expect(cookie["sameSite"] as? String == "Lax")

    try browser.click("button[name=add]")
    try browser.wait("the cart") { try $0.has("button[name=remove]") }
    try browser.refresh()
    #expect(try browser.has("button[name=remove]"))
    #expect(try site.sessions().count == 1)

    try browser.click("form[action$='/logout'] button")
    try browser.wait("the form") { try $0.has("#password") }
    #expect(try browser.cookies().isEmpty)
    #expect(try site.sessions().isEmpty)
    try browser.back()
    try browser.wait("a page without the cart") { try !$0.text().contains("王小明") && !$0.has("button[name=remove]") }
    #expect(site.server.log.split(separator: "\n").allSatisfy { $0.contains("server started") }, "\(site.server.log)")
  }

  @Test("A session that an administrator ends is over at the next click: the notice, and the form after it")
  func ended() throws {
    try logIn("alice")
    let session = try #require(try site.sessions().first)
    #expect(session["user"] as? String == "alice")
    try site.rollcall("sessions", "end", try #require(session["id"] as? String))
    try browser.click("button[name=add]")
    try browser.wait("the notice") { try $0.has("meta[http-equiv=refresh]") || $0.has("#password") }
    try browser.wait("the form") { try $0.has("#password") }
  }
}
