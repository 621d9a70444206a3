import SessionCore
import Support
import Testing

@Suite struct SweepTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  @Test func `what is past a limit is moved, with the limit that it reached, and the rest stays`() throws {
    let (idle, idleSession) = try database.logIn("alice")
    let (boxed, boxedSession) = try database.logIn("alice", simulated: true)
    database.clock.advance(.minutes(14))
    _ = try database.service.check(boxed)
    database.clock.advance(.minutes(16))
    let (open, _) = try database.logIn("alice")
    let swept = try database.service.sweep(by: TestDatabase.operator)
    #expect(swept.moved == 2 && swept.isDone)
    // A session ends when its limit is reached, not when the sweep comes by.
    #expect(
      try database.store.ending(of: idle.id)
        == Ending(at: idleSession.createdAt + .minutes(30), how: .idle, by: "", reason: ""))
    #expect(
      try database.store.ending(of: boxed.id)
        == Ending(at: boxedSession.createdAt + .minutes(15), how: .absolute, by: "", reason: ""))
    #expect(try database.store.session(id: idle.id) == nil)
    #expect(try database.service.check(open) != nil)
    let again = try database.service.sweep(by: TestDatabase.operator)
    #expect(again.moved == 0 && again.isDone)
  }

  @Test func `a session is swept at its last moment and not before`() throws {
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.minutes(30) - Interval(milliseconds: 1))
    #expect(try database.service.sweep(by: TestDatabase.operator).moved == 0)
    database.clock.advance(Interval(milliseconds: 1))
    #expect(try database.service.sweep(by: TestDatabase.operator).moved == 1)
    #expect(try database.store.session(id: token.id) == nil)
  }

  @Test func `many are moved in batches, each with its line in the log`() throws {
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<1104 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    database.clock.advance(.hours(1))
    let number = try database.store.lastAuditNumber()
    let swept = try database.service.sweep(by: TestDatabase.operator)
    #expect(swept.moved == 1105 && swept.isDone)
    let log = try database.store.audit(after: number, limit: 10)
    #expect(log.map(\.record.reason) == ["500 sessions", "500 sessions", "105 sessions"])
    #expect(log.allSatisfy { $0.record.action == .sweep })
  }

  @Test func `a sweep whose time is over stops after a batch and says so`() throws {
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<600 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    database.clock.advance(.hours(1))
    let first = try database.service.sweep(by: TestDatabase.operator, budget: .seconds(0))
    #expect(first.moved == 500 && !first.isDone)
    let second = try database.service.sweep(by: TestDatabase.operator, budget: .seconds(10))
    #expect(second.moved == 101 && second.isDone)
  }
}

/// One sweeper at a time, and what is over long enough is forgotten.
@Suite struct SweepLeaseTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  @Test func `while somebody sweeps, another says so and leaves`() throws {
    let now = database.clock.now
    let holder = try database.store.transaction(.full) {
      try database.store.takeLease("sweep", for: "somebody", until: now + .seconds(30), at: now)
    }
    #expect(holder == "somebody")
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.seconds(29))
    #expect(try database.service.sweep(by: TestDatabase.operator).busy == "somebody")
    // A sweeper that was killed is not waited for.
    database.clock.advance(.hours(1))
    let report = try database.service.sweep(by: TestDatabase.operator)
    #expect(report.busy == nil && report.moved == 1)
    #expect(try database.service.check(token) == nil)
  }

  @Test(.onSQLite) func `a sweep that finds nothing to do is no change`() throws {
    try database.logIn("alice")
    _ = try database.service.sweep(by: TestDatabase.operator)
    let other = try database.address.connection()
    let before = try other.changeCounter()
    #expect(try database.service.sweep(by: TestDatabase.operator).isDone)
    #expect(try other.changeCounter() == before)
    database.clock.advance(.hours(1))
    #expect(try database.service.sweep(by: TestDatabase.operator).moved == 1)
    #expect(try other.changeCounter() != before)
    // The lease is given back.
    #expect(try database.service.sweep(by: TestDatabase.operator).busy == nil)
  }

  @Test func `progress is told after each batch, and can stop it`() throws {
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<1200 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    database.clock.advance(.hours(1))
    var told: [Int] = []
    let report = try database.service.sweep(by: TestDatabase.operator) {
      told.append($0.moved)
      return told.count < 2
    }
    #expect(told == [500, 1000])
    #expect(report.moved == 1000 && !report.isDone)
    #expect(try database.service.sweep(by: TestDatabase.operator).moved == 201)
  }

  @Test(.onSQLite) func `what is over for long enough is forgotten, and not a day before`() throws {
    let (token, _) = try database.logIn("alice")
    try database.service.logOut(token)
    _ = try? database.service.logIn(
      login: "alice", password: "wrong", from: LoginSource(address: nil, userAgent: "an agent of its own"))
    database.clock.advance(.days(30) - .minutes(1))
    _ = try database.service.sweep(by: TestDatabase.operator)
    #expect(try database.store.attempts(AttemptFilter(), before: nil, limit: 10).count == 2)
    database.clock.advance(.minutes(2))
    _ = try database.service.sweep(by: TestDatabase.operator)
    #expect(try database.store.attempts(AttemptFilter(), before: nil, limit: 10).isEmpty)
    #expect(try !StoredText(database).all.contains { $0.contains("an agent of its own") })
    #expect(try database.store.ending(of: token.id) != nil)
    database.clock.advance(.days(61))
    _ = try database.service.sweep(by: TestDatabase.operator)
    #expect(try database.store.ending(of: token.id) == nil)
  }
}
