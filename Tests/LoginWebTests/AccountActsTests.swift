import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Ending one's own sessions (OWASP ASVS 5.0, 7.4.3 and 7.5.2).
@Suite struct AccountActsTests {
  private let site: TestSite
  private let browser: Browser
  private var database: TestDatabase { site.database }

  init() throws {
    site = try TestSite()
    browser = Browser(site)
    browser.logIn()
  }

  private func end(_ id: String, _ more: [String: String?] = [:]) -> Response {
    browser.post("/account/end", ["token": browser.token, "session": id], more)
  }

  private func isIn(_ token: Token) throws -> Bool { try database.service.check(token) != nil }

  @Test func `one of mine ends, and the page says so`() throws {
    let (other, _) = try database.logIn("alice")
    let answer = end(other.id.description)
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/login.cgi/account?done=ended")
    #expect(try !isIn(other))
    #expect(browser.get("/account").status == .ok)
    let record = try #require(try database.store.audit(before: nil, limit: 1).first?.record)
    #expect(record.action == .endSession && record.actor == Actor(name: "alice", address: "203.0.113.7"))
    #expect(record.session == other.id)
    #expect(try database.store.ending(of: other.id)?.how == .owner)
  }

  @Test func `what has ended already is said kindly, and written down once`() throws {
    let (other, _) = try database.logIn("alice")
    _ = end(other.id.description)
    let number = try database.store.lastAuditNumber()
    #expect(end(other.id.description).value(of: "Location") == "/login.cgi/account?done=over")
    #expect(try database.store.lastAuditNumber() == number)
  }

  @Test func `another user's session is none of mine, and not told from one that is over`() throws {
    let (theirs, _) = try database.logIn("王小明")
    let answer = end(theirs.id.description)
    let over = end(SessionID(time: database.clock.now, random: .system).description)
    #expect(answer.serialized() == over.serialized())
    #expect(try isIn(theirs))
  }

  @Test(arguments: ["", "x", "00000000000000000000000000", "' OR 1=1 --", "%00", "01JD3KX4N0V5S8T2W6Y9ZABCDE\u{0}"])
  func `what is no session's id ends nothing`(_ id: String) throws {
    let (other, _) = try database.logIn("alice")
    #expect(end(id).value(of: "Location") == "/login.cgi/account?done=over")
    #expect(try isIn(other))
    #expect(browser.get("/account").status == .ok)
  }

  @Test func `ending this very session is logging out`() throws {
    let held = try #require(browser.cookie)
    let id = try #require(Token(text: Array(held.utf8.dropFirst("__Host-rollcall=".utf8.count)))).id
    let answer = end(id.description)
    #expect(answer.value(of: "Location") == "/login.cgi")
    #expect(answer.value(of: "Clear-Site-Data") != nil)
    #expect(browser.cookie == nil)
    #expect(try database.store.ending(of: id)?.how == .logout)
    browser.cookie = held
    #expect(browser.get("/account").status == .unauthorized)
  }

  @Test func `all others end, and this one and other people's go on`() throws {
    let mine = try (0..<3).map { _ in try database.logIn("alice").token }
    let (theirs, _) = try database.logIn("王小明")
    let fields = ["token": browser.token]
    #expect(browser.post("/account/end-others", fields).value(of: "Location") == "/login.cgi/account?done=ended-others")
    for token in mine { #expect(try !isIn(token)) }
    #expect(try isIn(theirs))
    #expect(browser.post("/account/end-others", fields).value(of: "Location") == "/login.cgi/account?done=alone")
  }

  @Test(arguments: ["/account/end", "/account/end-others", "/account/password", "/account/confirm"])
  func `a form from elsewhere, a forged and another session's do nothing`(_ path: String) throws {
    let other = Browser(site)
    other.logIn()
    let theirs = Browser(site)
    theirs.logIn("王小明")
    let (victim, _) = try database.logIn("alice")
    let cookie = browser.cookie
    let fields = [
      "session": victim.id.description, "present": TestDatabase.password, "password": "a new and longer passphrase",
    ]
    let form = Browser(site).get().field("token") ?? ""
    for token in [other.token, theirs.token, form, "", "x", browser.token + "x"] {
      #expect(browser.post(path, fields.merging(["token": token]) { $1 }).status == .forbidden)
    }
    #expect(browser.post(path, fields).status == .forbidden)
    let good = fields.merging(["token": browser.token]) { $1 }
    for headers: [String: String?] in [
      ["HTTP_SEC_FETCH_SITE": "cross-site"], ["HTTP_SEC_FETCH_SITE": "same-site"], ["HTTP_SEC_FETCH_SITE": nil],
      ["HTTP_SEC_FETCH_SITE": nil, "HTTP_ORIGIN": "https://evil.example"],
    ] {
      #expect(browser.post(path, good, headers).status == .forbidden)
    }
    #expect(browser.get(path).status == .methodNotAllowed)
    #expect(try isIn(victim))
    #expect(browser.cookie == cookie)
    #expect(Browser(site).logIn().status == .seeOther)
  }

  @Test func `an end in the moment of another is one end`() throws {
    let (other, _) = try database.logIn("alice")
    let service = try database.anotherService()
    let mine = try #require(Token(text: Array((browser.cookie ?? "").utf8.dropFirst("__Host-rollcall=".utf8.count))))
    #expect(try service.endOwn(other.id, as: mine, from: nil))
    #expect(try !service.endOwn(other.id, as: mine, from: nil))
    // Who was logged out meanwhile ends nothing more.
    let (third, _) = try database.logIn("alice")
    try service.logOut(mine)
    #expect(try !service.endOwn(third.id, as: mine, from: nil))
    #expect(try isIn(third))
  }
}
