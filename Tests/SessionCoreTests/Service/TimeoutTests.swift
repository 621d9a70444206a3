import SQLiteEngine
import SessionCore
import Support
import Testing

@Suite struct TimeoutTests {
  private let database: TestDatabase
  private let millisecond = Interval(milliseconds: 1)

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  @Test func `an idle session ends to the millisecond`() throws {
    let (token, session) = try database.logIn("alice")
    #expect(session.expiresAt == session.createdAt + .minutes(30))
    database.clock.advance(.minutes(30) - millisecond)
    let store = try database.anotherService()
    #expect(session.isLive(at: database.clock.now))
    database.clock.advance(millisecond)
    #expect(try store.check(token) == nil)
    #expect(try database.service.check(token) == nil)
    // A refused request does not revive it.
    #expect(try database.store.session(id: session.id) == session)
  }

  @Test func `a request in the last millisecond prolongs it`() throws {
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.minutes(30) - millisecond)
    #expect(try database.service.check(token) != nil)
    database.clock.advance(.minutes(30) - millisecond)
    #expect(try database.service.check(token) != nil)
  }

  @Test func `however busy, a session ends at its absolute limit to the millisecond`() throws {
    let (token, session) = try database.logIn("alice")
    let end = session.createdAt + .hours(12)
    while database.clock.now + .minutes(20) < end {
      database.clock.advance(.minutes(20))
      #expect(try database.service.check(token) != nil)
    }
    database.clock.advance(end - database.clock.now - millisecond)
    #expect(try database.service.check(token) != nil)
    #expect(try database.store.session(id: session.id)?.expiresAt == end)
    database.clock.advance(millisecond)
    #expect(try database.service.check(token) == nil)
  }

  @Test(.onSQLite) func `a request is written down when it is due, and once`() throws {
    let (token, session) = try database.logIn("alice")
    let other = try database.anotherStore()
    let counter = try other.changeCounter()
    database.clock.advance(.seconds(90) - millisecond)
    _ = try database.service.check(token)
    #expect(try other.changeCounter() == counter)
    database.clock.advance(millisecond)
    _ = try database.service.check(token)
    let written = try other.changeCounter()
    #expect(written != counter)
    #expect(try database.store.session(id: session.id)?.lastSeenAt == database.clock.now)
    for _ in 0..<5 { _ = try database.service.check(token) }
    #expect(try other.changeCounter() == written)
  }

  @Test func `a database that cannot be written does not log a visitor out`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(.minutes(5))
    let reader = SessionService(
      store: try database.anotherStore(.readOnly), keys: KeyRing(database.key), clock: database.clock.clock)
    #expect(try reader.check(token)?.id == session.id)
    #expect(try database.store.session(id: session.id)?.lastSeenAt == session.lastSeenAt)
  }

  @Test func `the shortest idle limit is one of idleness too`() throws {
    try database.service.setPolicy(
      try #require(SessionPolicy(idle: .minutes(1), absolute: .hours(1))), by: TestDatabase.operator)
    let (token, _) = try database.logIn("alice")
    for _ in 0..<60 {
      database.clock.advance(.seconds(20))
      #expect(try database.service.check(token) != nil)
    }
    database.clock.advance(.seconds(60))
    #expect(try database.service.check(token) == nil)
  }

  @Test func `simulated sessions live fifteen minutes, however busy`() throws {
    let (token, session) = try database.logIn("alice", simulated: true)
    #expect(session.kind == .simulated)
    #expect(session.createdBy == TestDatabase.operator.summary)
    for _ in 0..<14 {
      database.clock.advance(.minutes(1))
      #expect(try database.service.check(token) != nil)
    }
    database.clock.advance(.minutes(1) - millisecond)
    #expect(try database.service.check(token) != nil)
    database.clock.advance(millisecond)
    #expect(try database.service.check(token) == nil)
  }
}
