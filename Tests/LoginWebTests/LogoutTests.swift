import LoginWeb
import Support
import Testing

@Suite struct LogoutTests {
  @Test func `logging out ends the session in the database and in the browser`() throws {
    let browser = Browser(try TestSite())
    browser.logIn()
    let cookie = browser.cookie
    let token = browser.page().field("token") ?? ""
    let answer = browser.post("/logout", ["token": token])
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/login.cgi")
    #expect(answer.value(of: "Clear-Site-Data") == "\"cache\", \"cookies\", \"storage\"")
    #expect(answer.value(of: "Set-Cookie")?.contains("Max-Age=0") == true)
    #expect(browser.cookie == nil)
    browser.cookie = cookie
    #expect(browser.page().status == .unauthorized)
    #expect(browser.get("/auth/request").status == .unauthorized)
  }

  @Test func `logging out again, or after the end, is answered the same`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    browser.logIn()
    let cookie = browser.cookie
    let token = browser.page().field("token") ?? ""
    site.database.clock.advance(.hours(1))
    for held in [cookie, cookie, nil, "__Host-rollcall=nonsense"] {
      browser.cookie = held
      #expect(browser.post("/logout", ["token": token]).status == .seeOther)
    }
  }

  @Test func `another session's form logs nobody out`() throws {
    let site = try TestSite()
    let mine = Browser(site)
    let theirs = Browser(site)
    mine.logIn()
    theirs.logIn("王小明")
    for token in [theirs.page().field("token") ?? "", ""] {
      #expect(mine.post("/logout", ["token": token]).status == .forbidden)
      #expect(mine.page().status == .ok)
    }
  }

  @Test func `a link does not log out`() throws {
    let browser = Browser(try TestSite())
    browser.logIn()
    let answer = browser.get("/logout")
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.value(of: "Allow") == "POST")
    #expect(browser.page().status == .ok)
  }
}
