import SessionCore
import Support
import Testing

/// What an administrator ends can be taken back for five minutes.
@Suite struct UndoTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private let alice: User.ID

  init() throws {
    database = try TestDatabase()
    alice = try database.addUser("alice")
    try database.addUser("bob")
  }

  private func end(_ selection: SessionSelection, reason: String = "") throws -> EndResult {
    try service.end(selection, by: TestDatabase.operator, reason: reason)
  }

  @Test func `sessions live again with the limits and the data that they had`() throws {
    let (token, session) = try database.logIn("alice")
    let (other, _) = try database.logIn("bob")
    try database.store.setData(of: token.id, name: "cart", value: "茶 × 3")
    let result = try end(.matching(SessionFilter()), reason: "oops")
    #expect(Set(result.ended) == [token.id, other.id])
    #expect(try service.check(token) == nil)
    #expect(try database.store.data(of: token.id, name: "cart") == nil)
    database.clock.advance(.minutes(4))
    let act = try #require(result.act)
    #expect(try service.undoableActs().filter { $0.kind != .addUser }.map(\.id) == [act])
    #expect(Set(try service.restore(act, by: TestDatabase.operator)) == [token.id, other.id])
    let again = try #require(try database.store.session(id: token.id))
    #expect(again == session)
    #expect(try service.check(token) != nil)
    #expect(try database.store.data(of: token.id, name: "cart") == "茶 × 3")
    #expect(try database.store.ending(of: token.id) == nil)
    let log = try database.store.audit(before: nil, limit: 1).map(\.record)
    #expect(log.first?.action == .restore)
    #expect(log.first?.reason == "2 sessions: oops")
  }

  @Test func `five minutes and no longer`() throws {
    let (token, _) = try database.logIn("alice")
    let act = try #require(try end(.one(token.id)).act)
    database.clock.advance(Interval(milliseconds: 300_001))
    #expect(throws: RestoreError.tooLate) { try service.restore(act, by: TestDatabase.operator) }
    #expect(try service.undoableActs().allSatisfy { $0.kind == .addUser })
    #expect(try service.check(token) == nil)
  }

  @Test func `an act that never was cannot be taken back`() throws {
    let (token, _) = try database.logIn("alice")
    #expect(throws: RestoreError.unknown) { try service.restore(token.id, by: TestDatabase.operator) }
  }

  @Test func `twice is once`() throws {
    let (token, _) = try database.logIn("alice")
    let act = try #require(try end(.one(token.id)).act)
    try service.restore(act, by: TestDatabase.operator)
    #expect(throws: RestoreError.unknown) { try service.restore(act, by: TestDatabase.operator) }
    #expect(try service.check(token) != nil)
  }

  @Test func `a locked user's stay ended`() throws {
    let (token, _) = try database.logIn("alice")
    let (other, _) = try database.logIn("bob")
    let act = try #require(try end(.matching(SessionFilter())).act)
    try service.lock(alice, by: TestDatabase.operator, reason: "")
    #expect(try service.restore(act, by: TestDatabase.operator) == [other.id])
    #expect(try service.check(token) == nil)
  }

  @Test func `those of a user whose password was changed since stay ended`() throws {
    let (token, _) = try database.logIn("alice")
    let act = try #require(try end(.one(token.id)).act)
    database.clock.advance(.seconds(1))
    let user = try #require(try database.store.user(id: alice))
    try service.setPassword(
      of: user, to: Password("another long passphrase"), source: .administrator, by: TestDatabase.operator)
    #expect(throws: RestoreError.nothingLeft) { try service.restore(act, by: TestDatabase.operator) }
    #expect(try service.check(token) == nil)
  }

  @Test func `a user who was locked and unlocked since does not get them back`() throws {
    let (token, _) = try database.logIn("alice")
    let act = try #require(try end(.one(token.id)).act)
    try service.lock(alice, by: TestDatabase.operator, reason: "")
    try service.unlock(alice, by: TestDatabase.operator, reason: "")
    #expect(throws: RestoreError.nothingLeft) { try service.restore(act, by: TestDatabase.operator) }
  }

  @Test func `limits that were made stricter since hold for them`() throws {
    let (token, session) = try database.logIn("alice")
    let act = try #require(try end(.one(token.id)).act)
    let strict = try #require(SessionPolicy(idle: .minutes(2), absolute: .hours(1)))
    try service.setPolicy(strict, by: TestDatabase.operator)
    #expect(try service.restore(act, by: TestDatabase.operator) == [token.id])
    #expect(try database.store.session(id: token.id)?.expiresAt == session.createdAt + .minutes(2))
  }

  @Test func `many are ended in batches by one act, and live again together`() throws {
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<1204 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    try database.logIn("bob")
    let number = try database.store.lastAuditNumber()
    var told: [Int] = []
    let result = try service.end(.matching(SessionFilter(text: "user:ali")), by: TestDatabase.operator, reason: "all") {
      told.append($0)
      return true
    }
    #expect(result.ended.count == 1205 && told == [500, 1000])
    #expect(
      try database.store.audit(after: number, limit: 10).map(\.record.reason)
        == ["500 sessions: all", "500 sessions: all", "205 sessions: all"])
    let act = try #require(result.act)
    #expect(try service.restore(act, by: TestDatabase.operator).count == 1205)
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value == 1206)
  }

  @Test func `those past their limits stay ended`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(session.expiresAt - database.clock.now - .minutes(1))
    let act = try #require(try end(.one(token.id)).act)
    database.clock.advance(.minutes(1))
    #expect(throws: RestoreError.nothingLeft) { try service.restore(act, by: TestDatabase.operator) }
    #expect(try service.check(token) == nil)
    #expect(try database.store.ending(of: token.id) != nil)
  }

  @Test func `what users and limits end is not an administrator's to take back`() throws {
    let (token, _) = try database.logIn("alice")
    try service.logOut(token)
    #expect(try service.undoableActs().allSatisfy { $0.kind == .addUser })
    #expect(try database.store.ending(of: token.id)?.act == nil)
  }

  @Test(.onSQLite) func `what is left of carts goes when there is no way back`() throws {
    let (token, _) = try database.logIn("alice")
    try database.store.setData(of: token.id, name: "cart", value: "mine alone")
    _ = try end(.one(token.id))
    _ = try service.sweep(by: TestDatabase.operator)
    #expect(try StoredText(database).all.contains { $0.contains("mine alone") })
    database.clock.advance(.minutes(6))
    _ = try service.sweep(by: TestDatabase.operator)
    #expect(try !StoredText(database).all.contains { $0.contains("mine alone") })
  }
}
