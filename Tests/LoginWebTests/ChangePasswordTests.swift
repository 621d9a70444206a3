import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Changing one's own password (OWASP ASVS 5.0, 6.2.2, 6.2.3 and 7.4.3).
@Suite struct ChangePasswordTests {
  private let site: TestSite
  private let browser: Browser
  private static let new = "a new and longer passphrase"

  init() throws {
    site = try TestSite()
    browser = Browser(site)
    browser.logIn()
  }

  private func change(_ present: String, _ new: String) -> Response {
    browser.post("/account/password", ["token": browser.token, "present": present, "password": new])
  }

  @Test func `with the present one a user chooses a new one, and the browser goes on under a new secret`() throws {
    let (other, _) = try site.database.logIn("alice")
    let old = try #require(browser.cookie)
    let answer = change(TestDatabase.password, Self.new)
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/login.cgi/account?done=password")
    #expect(browser.cookie != old)
    #expect(browser.get("/account").html.contains("class=\"sessions\""))
    #expect(try site.database.service.check(other) == nil)
    #expect(Browser(site).logIn().status == .unauthorized)
    #expect(Browser(site).logIn("alice", Self.new).status == .seeOther)
    browser.cookie = old
    #expect(browser.get("/auth/request").status == .unauthorized)
  }

  @Test func `a wrong present one is told beside its field, and slowed when it is guessed`() throws {
    let cookie = browser.cookie
    for _ in 0..<5 {
      let answer = change("wrong", Self.new)
      #expect(answer.status == .forbidden)
      let field = try #require(answer.html.components(between: "<input id=\"present\"", and: ">").first)
      #expect(field.contains("aria-invalid=\"true\"") && field.contains("aria-describedby=\"present-problem\""))
      #expect(answer.html.contains("<a href=\"#present\">") && answer.html.contains("id=\"present-problem\""))
      #expect(!answer.html.contains("id=\"password-problem\""))
      #expect(!answer.html.contains(Self.new))
    }
    let answer = change(TestDatabase.password, Self.new)
    #expect(answer.status == .tooManyRequests)
    #expect(answer.value(of: "Retry-After") == "30")
    #expect(browser.cookie == cookie)
    #expect(Browser(site).logIn("alice", Self.new).status != .seeOther)
  }

  @Test(arguments: [("", "No password"), ("short", "15"), ("alicealicealice", "over and over")])
  func `a new one that may not be chosen is told beside its field`(_ text: String, _ words: String) throws {
    let answer = change(TestDatabase.password, text)
    #expect(answer.status == .badRequest)
    let field = try #require(answer.html.components(between: "<input id=\"password\"", and: ">").first)
    #expect(field.contains("aria-invalid=\"true\"") && field.contains("aria-describedby=\"password-problem hint\""))
    #expect(answer.html.components(between: "id=\"password-problem\"", and: "</p>").first?.contains(words) == true)
    #expect(!answer.html.contains("id=\"present-problem\""))
    #expect(Browser(site).logIn().status == .seeOther)
  }

  @Test func `password managers know which field is which`() throws {
    let page = browser.get("/account").html
    let fields = page.matches(of: /<input[^>]* autocomplete="([^"]+)"[^>]*>/).map { String($0.output.1) }
    #expect(fields == ["username", "current-password", "new-password"])
  }
}
