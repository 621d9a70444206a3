import SessionCore
import SessionStore
import Support
import Testing

@testable import LoginWeb

@Suite struct MovingTests {
  private let site: TestSite
  private let move: Move

  init() throws {
    site = try TestSite()
    let database = site.database
    move = Move(from: try database.anotherConnection(), to: try database.anotherConnection())
  }

  @Test(arguments: ["en", "zh"]) func `while the database is moved, a page says so, and who is logged in goes on`(
    _ language: String
  ) throws {
    let member = Browser(site)
    #expect(member.logIn().status == .seeOther)
    let field = try #require(member.get().field("token"))
    try move.close(at: site.database.clock.now) {}
    let accepts: [String: String?] = ["HTTP_ACCEPT_LANGUAGE": language]
    for password in [TestDatabase.password, "a wrong password"] {
      let answer = Browser(site).logIn("alice", password, accepts)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.value(of: "Retry-After") == "60")
      #expect(answer.html.contains(language == "en" ? "We are moving" : "系统正在迁移"))
      #expect(answer.value(of: "Set-Cookie") == nil)
    }
    #expect(Browser(site).get().status == .ok)
    #expect(member.page().status == .ok)
    // Nobody is told that they are logged out who is not.
    let answer = member.post("/logout", ["token": field], accepts)
    #expect(answer.status == .serviceUnavailable && answer.value(of: "Set-Cookie") == nil)
    #expect(member.page().status == .ok)
    // It is on purpose: the operator's log is not filled with it.
    #expect(site.log.isEmpty)
    #expect(try Move.abandon(site.database.anotherConnection()) {})
    #expect(member.post("/logout", ["token": field]).status == .seeOther)
    #expect(Browser(site).logIn().status == .seeOther)
  }

  @Test func `a host that was told of the copy too early lets nobody in, and the operator reads why`() throws {
    let member = Browser(site)
    #expect(member.logIn().status == .seeOther)
    let target = try TestDatabase()
    let copying = Move(from: try site.database.anotherConnection(), to: try target.anotherConnection())
    try copying.begin(as: 3)
    _ = try copying.copy { _ in }
    let key = site.database.key
    site.open = { SessionService(store: try target.anotherStore(), keys: KeyRing(key), clock: target.clock.clock) }
    #expect(member.page().status == .serviceUnavailable)
    #expect(member.logIn().status == .serviceUnavailable)
    #expect(site.log.contains { $0.contains("--finish") })
  }
}
