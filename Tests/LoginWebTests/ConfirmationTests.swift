import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Showing anew who one is, before what takes it (OWASP ASVS 5.0, 7.2.4, 7.5.1 and 7.5.2).
@Suite struct ConfirmationTests {
  private let site: TestSite
  private let browser: Browser
  private var database: TestDatabase { site.database }

  init() throws {
    site = try TestSite()
    browser = Browser(site)
    browser.logIn()
  }

  private func confirm(_ password: String = TestDatabase.password, _ more: [String: String] = [:]) -> Response {
    let token = browser.token
    return browser.post("/account/confirm", ["token": token, "password": password].merging(more) { $1 })
  }

  private func held(_ browser: Browser) throws -> Token {
    try #require(Token(text: Array((browser.cookie ?? "").utf8.dropFirst("__Host-rollcall=".utf8.count))))
  }

  @Test func `ten minutes after the login the page asks for the password first`() throws {
    database.clock.advance(Interval(milliseconds: 599_999))
    #expect(browser.get("/account").html.contains("class=\"sessions\""))
    database.clock.advance(Interval(milliseconds: 1))
    let page = browser.get("/account")
    #expect(page.status == .ok)
    #expect(!page.html.contains("class=\"sessions\"") && !page.html.contains("203.0.113.7"))
    #expect(page.html.contains("action=\"/login.cgi/account/confirm\""))
    #expect(confirm().value(of: "Location") == "/login.cgi/account")
    #expect(browser.get("/account").html.contains("class=\"sessions\""))
  }

  @Test func `the browser then holds a new secret, and the old one is worth nothing`() throws {
    let old = try #require(browser.cookie)
    try database.store.setData(of: try held(browser).id, name: "cart", value: "tea")
    database.clock.advance(.minutes(11))
    _ = confirm()
    #expect(browser.cookie != old)
    #expect(try database.store.data(of: try held(browser).id, name: "cart") == "tea")
    browser.cookie = old
    #expect(browser.get("/auth/request").status == .unauthorized)
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value == 1)
  }

  @Test func `a form from before it is out of date`() throws {
    let (other, _) = try database.logIn("alice")
    let token = browser.token
    database.clock.advance(.minutes(11))
    _ = confirm()
    let answer = browser.post("/account/end", ["token": token, "session": other.id.description])
    #expect(answer.status == .forbidden)
    #expect(try database.service.check(other) != nil)
  }

  @Test func `a remembered session stays one`() throws {
    var policy = SessionPolicy.standard
    policy.remembers = true
    try database.service.setPolicy(policy, by: TestDatabase.operator)
    browser.logIn(fields: ["remember": "1"])
    database.clock.advance(.hours(1))
    #expect(confirm().value(of: "Set-Cookie")?.contains("Max-Age=2592000") == true)
    #expect(try database.service.check(held(browser))?.kind == .remembered)
  }

  @Test func `acts ask for it too, whatever the page said when it was opened`() throws {
    let (other, _) = try database.logIn("alice")
    let token = browser.token
    database.clock.advance(.minutes(10))
    let fields = [
      "token": token, "session": other.id.description, "present": TestDatabase.password,
      "password": "a new and longer passphrase",
    ]
    for path in ["/account/end", "/account/end-others", "/account/password"] {
      let answer = browser.post(path, fields)
      #expect(answer.status == .forbidden)
      #expect(answer.html.contains("Nothing was done") && answer.html.contains("/account/confirm\""))
    }
    #expect(try database.service.check(other) != nil)
    #expect(throws: AuthenticationTooOld.self) {
      try database.service.endOwn(other.id, as: held(browser), from: nil)
    }
    #expect(throws: AuthenticationTooOld.self) { try database.service.endOthers(than: held(browser)) }
    #expect(Browser(site).logIn().status == .seeOther)
  }

  @Test func `a session that was moved to a later login by hand is no more recent`() throws {
    let (_, session) = try database.logIn("alice")
    var moved = session
    moved.authenticatedAt = session.createdAt + .hours(3)
    #expect(moved.isRecent(at: session.createdAt))
    #expect(!moved.isRecent(at: session.createdAt + .hours(3)))
    // A clock that was an hour ahead.
    #expect(!session.isRecent(at: session.createdAt - .hours(1)))
  }

  @Test func `a wrong one is a failed login: counted, written down, and slowed`() throws {
    database.clock.advance(.minutes(11))
    let cookie = browser.cookie
    for _ in 0..<5 {
      let answer = confirm("wrong")
      #expect(answer.status == .unauthorized)
      #expect(answer.value(of: "WWW-Authenticate") != nil && answer.html.contains("role=\"alert\""))
    }
    let answer = confirm()
    #expect(answer.status == .tooManyRequests)
    #expect(answer.value(of: "Retry-After") == "30")
    #expect(browser.cookie == cookie)
    database.clock.advance(.seconds(30))
    #expect(confirm().status == .seeOther)
  }

  @Test func `whatever is wrong with it, the answer has the same bytes`() throws {
    database.clock.advance(.minutes(11))
    let answers = ["wrong", "", String(repeating: "x", count: 1025), "\u{0}"].map { confirm($0).serialized() }
    #expect(Set(answers).count == 1)
  }

  @Test func `it is the password of who is logged in that counts, whoever the form names`() throws {
    let longer = "a password that only one of them has"
    try database.service.setPassword(
      of: database.service.user(login: "王小明"), to: Password(longer), source: .administrator,
      by: TestDatabase.operator)
    database.clock.advance(.minutes(11))
    #expect(confirm(longer, ["login": "王小明"]).status == .unauthorized)
    #expect(confirm(TestDatabase.password, ["login": "王小明"]).status == .seeOther)
    #expect(try database.service.check(held(browser))?.owner.login == "alice")
  }

  @Test func `a cookie that somebody planted never comes to life`() throws {
    let planted = Token(time: database.clock.now, random: .system)
    let victim = Browser(site)
    victim.cookie = "__Host-rollcall=\(planted.text)"
    let answer = victim.post("/account/confirm", ["token": "x", "password": TestDatabase.password])
    #expect(answer.status == .unauthorized)
    #expect(try database.store.session(id: planted.id) == nil)
    // An attacker's own session in the victim's browser stays the attacker's.
    let attacker = Browser(site)
    attacker.logIn("王小明")
    victim.cookie = attacker.cookie
    victim.logIn()
    #expect(victim.cookie != attacker.cookie)
    #expect(attacker.get("/auth/request").status == .unauthorized)
  }
}
