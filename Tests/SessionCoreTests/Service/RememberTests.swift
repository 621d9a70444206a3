import SessionCore
import Support
import Testing

/// "Remember me" is a longer class of session (NIST SP 800-63B-4, 5.1), and pages' data goes over to a new secret.
@Suite struct RememberTests {
  private let database: TestDatabase
  private let source = LoginSource(address: nil, userAgent: "")

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    try database.addUser("bob")
  }

  private func logIn(_ wish: LoginWish, as login: String = "alice") throws -> (Token, Session) {
    try database.service.logIn(login: login, password: TestDatabase.password, from: source, wish)
  }

  private func offer() throws {
    var policy = SessionPolicy.standard
    policy.remembers = true
    try database.service.setPolicy(policy, by: TestDatabase.operator)
  }

  @Test func `it is off unless the policy offers it, whatever the browser says`() throws {
    #expect(try logIn(LoginWish(remember: true)).1.kind == .browser)
    try offer()
    #expect(try logIn(LoginWish(remember: true)).1.kind == .remembered)
    #expect(try logIn(LoginWish(remember: false)).1.kind == .browser)
  }

  @Test func `it lives for its own limits, to the moment`() throws {
    try offer()
    let (token, session) = try logIn(LoginWish(remember: true))
    for _ in 0..<29 {
      database.clock.advance(.days(1))
      #expect(try database.service.check(token) != nil)
    }
    database.clock.advance(.days(1) - Interval(milliseconds: 1))
    #expect(try database.service.check(token) != nil)
    #expect(session.absoluteExpiresAt == session.createdAt + .days(30))
    database.clock.advance(Interval(milliseconds: 1))
    #expect(try database.service.check(token) == nil)
    let (idle, _) = try logIn(LoginWish(remember: true))
    database.clock.advance(.days(7) - Interval(milliseconds: 1))
    #expect(try database.store.session(id: idle.id)?.isLive(at: database.clock.now) == true)
    database.clock.advance(Interval(milliseconds: 1))
    #expect(try database.service.check(idle) == nil)
  }

  @Test func `a stricter limit for it holds for what is open, and leaves browsers' sessions alone`() throws {
    try offer()
    let (token, _) = try logIn(LoginWish(remember: true))
    let (other, _) = try logIn(LoginWish())
    var policy = try database.store.policy()
    policy.remembered = try #require(SessionPolicy.Limits(idle: .minutes(5), absolute: .hours(1)))
    try database.service.setPolicy(policy, by: TestDatabase.operator)
    database.clock.advance(.minutes(5))
    #expect(try database.service.check(token) == nil)
    #expect(try database.service.check(other) != nil)
  }

  @Test func `what a page keeps goes over to the new secret when it asks for it, and to the same user alone`() throws {
    let (old, _) = try logIn(LoginWish())
    try database.store.setData(of: old.id, name: "cart", value: "tea")
    let (new, _) = try logIn(LoginWish(replacing: old, carriesData: true))
    #expect(try database.store.data(of: new.id, name: "cart") == "tea")
    #expect(try database.store.data(of: old.id, name: "cart") == nil)
    let (fresh, _) = try logIn(LoginWish(replacing: new))
    #expect(try database.store.data(of: fresh.id, name: "cart") == nil)
    try database.store.setData(of: fresh.id, name: "cart", value: "coffee")
    let (bob, _) = try logIn(LoginWish(replacing: fresh, carriesData: true), as: "bob")
    #expect(try database.store.data(of: bob.id, name: "cart") == nil)
  }
}
