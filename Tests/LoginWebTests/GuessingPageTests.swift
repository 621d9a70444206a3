import SessionCore
import Support
import Testing

@testable import LoginWeb

/// What guessing, remembering and activating look like from a browser.
@Suite struct GuessingPageTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  @Test(arguments: ["alice", "nobody"]) func `after five guesses the page says how long to wait`(_ login: String) throws
  {
    let browser = Browser(site)
    for _ in 0..<5 { #expect(browser.logIn(login, "wrong").status == .unauthorized) }
    let answer = browser.logIn(login)
    #expect(answer.status == .tooManyRequests)
    #expect(answer.value(of: "Retry-After") == "30")
    #expect(answer.html.contains("Please wait 30 seconds"))
    #expect(answer.field("token") != nil)
    #expect(browser.cookie == nil)
    site.database.clock.advance(.seconds(30))
    if login == "alice" { #expect(browser.logIn(login).status == .seeOther) }
  }

  @Test func `the answer to who has to wait is the same, whether there is such a user or not`() throws {
    let answers = ["alice", "nobody"].map { login in
      let browser = Browser(site)
      for _ in 0..<5 { browser.logIn(login, "wrong") }
      return String(decoding: browser.logIn(login).serialized(), as: UTF8.self)
        .replacing(" value=\"\(login)\"", with: "").replacing(/Content-Length: \d+/, with: "")
    }
    #expect(Set(answers).count == 1)
  }

  @Test func `waits of minutes are said in minutes, in both languages`() throws {
    #expect(Texts.delayed(.minutes(5))(.english).contains("5 minutes"))
    #expect(Texts.delayed(Interval(milliseconds: 90_001))(.english).contains("2 minutes"))
    #expect(Texts.delayed(.seconds(90))(.chinese).contains("90 秒"))
  }

  @Test func `the tick to stay logged in is there when the policy offers it, and the cookie then lasts`() throws {
    #expect(!Browser(site).get().html.contains("name=\"remember\""))
    var policy = SessionPolicy.standard
    policy.remembers = true
    try site.database.service.setPolicy(policy, by: TestDatabase.operator)
    let browser = Browser(site)
    #expect(browser.get().html.contains("type=\"checkbox\" name=\"remember\""))
    let plain = try #require(browser.logIn().value(of: "Set-Cookie"))
    #expect(!plain.contains("Max-Age"))
    let kept = try #require(browser.logIn(fields: ["remember": "1"]).value(of: "Set-Cookie"))
    #expect(kept.contains("; Max-Age=2592000"))
    // After a mistake the tick is as it was.
    #expect(browser.logIn("alice", "wrong", fields: ["remember": "1"]).html.contains("value=\"1\" checked"))
  }

  @Test func `a page that asks for its data to go over gets it`() throws {
    let browser = Browser(site)
    browser.logIn()
    _ = browser.page { visitor in
      try visitor.update("cart") { _ in "tea" }
      return TestSite.empty
    }
    // Logged in already, the form is shown all the same: the page wants the user to prove who they are again.
    #expect(browser.get("", query: "carry=1").html.contains("name=\"carry\" value=\"1\""))
    browser.logIn(fields: ["carry": "1"])
    var cart: String?
    _ = browser.page { visitor in
      cart = try visitor.data("cart")
      return TestSite.empty
    }
    #expect(cart == "tea")
  }

  @Test func `at the maximum the page says so when the policy refuses`() throws {
    var policy = SessionPolicy.standard
    policy.maximumSessions = 1
    policy.atMaximum = .refuseNew
    try site.database.service.setPolicy(policy, by: TestDatabase.operator)
    Browser(site).logIn()
    let answer = Browser(site).logIn()
    #expect(answer.status == .forbidden)
    #expect(answer.html.contains("as many devices"))
  }

  @Test func `when all slots stay taken, the page asks to wait a moment, and the operator reads why`() throws {
    let database = site.database
    let gate = HashGate(
      path: database.directory.file("gate"), slots: 1, patience: Interval(milliseconds: 5))
    site.open = {
      SessionService(
        store: database.store, keys: KeyRing(database.key), clock: database.clock.clock, hasher: .cheap, gate: gate)
    }
    try gate.withSlot {
      let answer = Browser(site).logIn()
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.value(of: "Retry-After") == "10")
    }
    #expect(site.log.count == 1 && site.log[0].contains("hash-slots"))
    #expect(Browser(site).logIn().status == .seeOther)
  }
}
