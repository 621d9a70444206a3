import SessionCore
import Support
import Testing

@Suite struct PolicyServiceTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  private func set(idle: Interval, absolute: Interval) throws {
    let policy = try #require(SessionPolicy(idle: idle, absolute: absolute))
    try database.service.setPolicy(policy, by: TestDatabase.operator)
    #expect(try database.store.policy() == policy)
  }

  @Test func `until it is set, the standard policy holds`() throws {
    #expect(try database.store.policy() == .standard)
  }

  @Test func `a stricter idle limit holds at once for what is open`() throws {
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.minutes(6))
    try set(idle: .minutes(5), absolute: .hours(12))
    #expect(try database.service.check(token) == nil)
  }

  @Test func `a stricter absolute limit holds at once, and a request does not undo it`() throws {
    let (token, session) = try database.logIn("alice")
    try set(idle: .minutes(30), absolute: .hours(1))
    for _ in 0..<5 {
      database.clock.advance(.minutes(10))
      #expect(try database.service.check(token) != nil)
    }
    #expect(try database.store.session(id: session.id)?.expiresAt == session.createdAt + .hours(1))
    database.clock.advance(.minutes(10))
    #expect(try database.service.check(token) == nil)
  }

  @Test func `a stricter idle limit is what the next request gets`() throws {
    let (token, session) = try database.logIn("alice")
    try set(idle: .minutes(5), absolute: .hours(12))
    database.clock.advance(.minutes(4))
    _ = try database.service.check(token)
    #expect(try database.store.session(id: session.id)?.expiresAt == database.clock.now + .minutes(5))
  }

  @Test func `a relaxed policy does not lengthen what was promised to end`() throws {
    let (token, session) = try database.logIn("alice")
    try set(idle: .hours(2), absolute: .days(30))
    #expect(try database.store.session(id: session.id)?.expiresAt == session.expiresAt)
    for _ in 0..<35 {
      database.clock.advance(.minutes(20))
      #expect(try database.service.check(token) != nil)
    }
    #expect(try database.store.session(id: session.id)?.expiresAt == session.createdAt + .hours(12))
    database.clock.advance(.minutes(20))
    #expect(try database.service.check(token) == nil)
  }

  @Test func `a new session gets the limits of its day`() throws {
    try set(idle: .minutes(1), absolute: .minutes(2))
    let (_, session) = try database.logIn("alice")
    #expect(session.expiresAt == session.createdAt + .minutes(1))
    #expect(session.absoluteExpiresAt == session.createdAt + .minutes(2))
  }
}
