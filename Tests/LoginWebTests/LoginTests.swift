import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct LoginTests {
  @Test(arguments: ["alice", "ALICE", "王小明"]) func `a login opens the page behind the gate`(_ login: String) throws {
    let browser = Browser(try TestSite())
    let answer = browser.logIn(login)
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/members.cgi")
    let page = browser.page()
    #expect(page.status == .ok)
    #expect(page.html.contains(login.lowercased()))
  }

  @Test func `whatever is wrong, the answer has the same bytes`() throws {
    let site = try TestSite()
    try site.database.addUser("locked")
    let locked = try site.database.service.user(login: "locked").id
    try site.database.service.lock(locked, by: TestDatabase.operator, reason: "")
    let attempts = [
      ("alice", "wrong"), ("nobody", "wrong"), ("locked", TestDatabase.password), ("alice", ""), ("", ""),
      ("alice", String(repeating: "x", count: 1025)), ("%", "%"), ("' OR 1=1 --", "' OR 1=1 --"),
    ]
    let answers = attempts.map { login, password in
      let answer = Browser(site).logIn(login, password)
      #expect(answer.value(of: "Set-Cookie") == nil)
      return String(decoding: answer.serialized(), as: UTF8.self)
        // Both follow from what was typed into the first field, not from what is stored.
        .replacing(" value=\"\(login.replacing("'", with: "&#39;"))\"", with: "").replacing(" autofocus", with: "")
        .replacing("\(answer.body.count)", with: "")
    }
    #expect(Set(answers).count == 1)
    #expect(answers.first?.hasPrefix("Status: 401 Unauthorized\r\n") == true)
    #expect(answers.first?.contains("WWW-Authenticate: Cookie realm=") == true)
  }

  @Test func `the login typed is kept and the password is not`() throws {
    let answer = Browser(try TestSite()).logIn("alice", "open sesame, please")
    #expect(answer.html.contains("value=\"alice\""))
    #expect(!answer.html.contains("sesame"))
    #expect(answer.html.contains("role=\"alert\""))
  }

  @Test func `a form that was open for too long logs nobody in`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    let token = browser.get().field("token") ?? ""
    site.database.clock.advance(FormToken.loginFormLifetime)
    let fields = ["login": "alice", "password": TestDatabase.password]
    for stale in [token, "", "x", token + "x"] {
      let answer = browser.post("", fields.merging(["token": stale]) { $1 })
      #expect(answer.status == .forbidden)
      #expect(answer.field("token") != token)
      #expect(browser.cookie == nil)
    }
  }

  @Test func `a cookie planted before the login is worth nothing after it`() throws {
    let site = try TestSite()
    let planted = Token(time: site.database.clock.now, random: .system)
    let browser = Browser(site)
    browser.cookie = "__Host-rollcall=\(planted.text)"
    browser.logIn()
    #expect(browser.cookie != "__Host-rollcall=\(planted.text)")
    #expect(try site.database.store.session(id: planted.id) == nil)
  }

  @Test func `a login while logged in ends the old session`() throws {
    let browser = Browser(try TestSite())
    browser.logIn()
    let old = browser.cookie
    browser.logIn("王小明")
    #expect(browser.cookie != old)
    #expect(browser.page().status == .ok)
    browser.cookie = old
    #expect(browser.page().status == .unauthorized)
  }

  @Test func `the form says who is logged in already`() throws {
    let browser = Browser(try TestSite())
    browser.logIn()
    let page = browser.get("", query: "return=/members.cgi%3Fpage=2")
    #expect(page.html.contains("alice"))
    #expect(page.html.contains("href=\"/members.cgi?page=2\""))
    #expect(page.html.contains("action=\"/login.cgi/logout\""))
  }

  @Test func `a session remembers where it was made`() throws {
    let site = try TestSite()
    Browser(site).logIn()
    let session = try site.database.store.sample(.matching(SessionFilter()), limit: 2, at: site.database.clock.now)[0]
    #expect(session.address == IPAddress(text: "203.0.113.7"))
    #expect(session.userAgent == "Mozilla/5.0 Firefox/150")
    #expect(session.kind == .browser)
  }

  @Test func `a sample account is shown where there is one`() throws {
    let site = try TestSite()
    #expect(!Browser(site).get().html.contains("<aside"))
    site.site.sample = Site.Sample(text: "alice:correct: horse")
    #expect(Browser(site).get().html.contains("<code>correct: horse</code>"))
    #expect(site.send(["HTTP_ACCEPT_LANGUAGE": "zh"]).html.contains("请用示例账户："))
  }
}
