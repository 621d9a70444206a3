import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// How many sessions a user may have at once (OWASP ASVS 5.0, 7.1.2).
@Suite struct LimitTests {
  private let database: TestDatabase
  private let alice: User.ID

  init() throws {
    database = try TestDatabase()
    alice = try database.addUser("alice")
    try database.addUser("bob")
  }

  private func set(_ maximum: Int, _ atMaximum: SessionPolicy.AtMaximum) throws {
    var policy = SessionPolicy.standard
    policy.maximumSessions = maximum
    policy.atMaximum = atMaximum
    try database.service.setPolicy(policy, by: TestDatabase.operator)
  }

  private func live(_ user: User.ID) throws -> Int {
    try database.store.countSessions(.user(user), at: database.clock.now).value
  }

  @Test func `at the maximum the session that was opened first ends`() throws {
    try set(2, .endOldest)
    var tokens: [Token] = []
    for _ in 0..<3 {
      tokens.append(try database.logIn("alice").token)
      database.clock.advance(.seconds(1))
    }
    #expect(try database.service.check(tokens[0]) == nil)
    #expect(try database.service.check(tokens[1]) != nil)
    #expect(try database.service.check(tokens[2]) != nil)
    #expect(try database.store.ending(of: tokens[0].id)?.how == .limit)
  }

  @Test func `at the maximum a new login is refused when the policy says so, and the others go on`() throws {
    try set(1, .refuseNew)
    let (token, _) = try database.logIn("alice")
    #expect(throws: TooManySessions.self) { try database.logIn("alice") }
    #expect(try database.service.check(token) != nil)
    let attempt = try #require(try database.store.attempts(AttemptFilter(), before: nil, limit: 1).first)
    #expect(attempt.attempt.outcome == .tooManySessions)
    try database.logIn("bob")
    try database.service.logOut(token)
    try database.logIn("alice")
  }

  @Test(arguments: SessionPolicy.AtMaximum.allCases)
  func `a login in place of an old session needs no room`(_ atMaximum: SessionPolicy.AtMaximum) throws {
    try set(1, atMaximum)
    let (old, _) = try database.logIn("alice")
    let (new, _) = try database.service.logIn(
      login: "alice", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: ""),
      LoginWish(replacing: old))
    #expect(try database.service.check(old) == nil)
    #expect(try database.service.check(new) != nil)
    #expect(try database.store.ending(of: old.id)?.how == .logout)
  }

  @Test func `what is simulated neither takes a person's room nor is thrown out by it`() throws {
    try set(1, .endOldest)
    let (real, _) = try database.logIn("alice")
    let (simulated, _) = try database.logIn("alice", simulated: true)
    #expect(try database.service.check(real) != nil)
    #expect(try database.service.check(simulated) != nil)
  }

  @Test func `a user's own maximum goes before the policy's`() throws {
    try set(1, .endOldest)
    try database.service.setMaximumSessions(3, of: alice, by: TestDatabase.operator)
    for _ in 0..<5 { try database.logIn("alice") }
    #expect(try live(alice) == 3)
    try database.service.setMaximumSessions(nil, of: alice, by: TestDatabase.operator)
    try database.logIn("alice")
    #expect(try live(alice) == 1)
  }

  @Test(arguments: SessionPolicy.AtMaximum.allCases)
  func `200 parallel logins never go beyond the maximum`(_ atMaximum: SessionPolicy.AtMaximum) async throws {
    try set(7, atMaximum)
    let outcomes = try await Crowd(database).logIn("alice", TestDatabase.password, times: 200)
    #expect(try live(alice) == 7)
    #expect(outcomes[.loggedIn] == (atMaximum == .endOldest ? 200 : 7))
    #expect(outcomes[.tooMany] == (atMaximum == .endOldest ? nil : 193))
  }
}
