import SessionCore
import Support
import Testing

@Suite struct LoginServiceTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  private func logIn(_ login: String, _ password: String = TestDatabase.password, replacing old: Token? = nil) throws
    -> (
      Token, Session
    )
  {
    try database.service.logIn(
      login: login, password: password, from: LoginSource(address: nil, userAgent: "curl/8"), LoginWish(replacing: old))
  }

  private func liveCount() throws -> Int {
    try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value
  }

  @Test(arguments: [
    ("alice", "correct horse battery stapl"), ("alice", "Correct horse battery staple"), ("alice", ""),
    ("alice", String(repeating: "a", count: 2000)), ("nobody", TestDatabase.password), ("", TestDatabase.password),
    ("%", TestDatabase.password), ("a%", TestDatabase.password), ("' OR 1=1 --", TestDatabase.password),
    ("al\0ice", TestDatabase.password), ("alice ", TestDatabase.password),
  ]) func `a wrong login gets the one refusal and leaves nothing`(_ login: String, _ password: String) throws {
    let before = try database.store.lastAuditNumber()
    #expect(throws: LoginRefused.self) { try logIn(login, password) }
    #expect(try liveCount() == 0)
    #expect(try database.store.lastAuditNumber() == before)
    #expect(try database.service.user(login: "alice").lastLoginAt == nil)
  }

  @Test func `a locked user gets the same refusal until unlocked`() throws {
    let alice = try database.service.user(login: "alice").id
    try database.service.lock(alice, by: TestDatabase.operator, reason: "")
    #expect(throws: LoginRefused.self) { try logIn("alice") }
    #expect(throws: LoginRefused.self) { try logIn("alice", "wrong") }
    #expect(try liveCount() == 0)
    try database.service.unlock(alice, by: TestDatabase.operator, reason: "")
    _ = try logIn("alice")
    #expect(try liveCount() == 1)
  }

  @Test func `a user without a password cannot log in with any`() throws {
    _ = try database.store.addUser(login: Login("bob"), createdAt: database.clock.now)
    #expect(throws: LoginRefused.self) { try logIn("bob") }
    #expect(throws: LoginRefused.self) { try logIn("bob", " ") }
  }

  @Test func `a login is noted, and its session is the user's by any spelling`() throws {
    let (token, session) = try database.logIn("ＡＬＩＣＥ", from: "203.0.113.9")
    #expect(session.owner.login == "alice")
    #expect(try database.service.check(token)?.id == session.id)
    let alice = try database.service.user(login: "alice")
    #expect(alice.lastLoginAt == database.clock.now)
    #expect(alice.lastLoginFrom?.description == "203.0.113.9")
  }

  @Test func `each login has a fresh secret and leaves other browsers logged in`() throws {
    let (first, _) = try logIn("alice")
    let (second, _) = try logIn("alice")
    #expect(first.id != second.id)
    #expect(first.secret != second.secret)
    #expect(try database.service.check(first) != nil)
    #expect(try database.service.check(second) != nil)
  }

  @Test func `logging in again ends what the browser held`() throws {
    let (old, _) = try logIn("alice")
    let (new, _) = try logIn("alice", replacing: old)
    #expect(try database.service.check(old) == nil)
    #expect(try database.service.check(new) != nil)
    #expect(try database.store.ending(of: old.id)?.how == .logout)
    #expect(try liveCount() == 1)
  }

  @Test func `a refused login leaves the old session as it was`() throws {
    let (old, _) = try logIn("alice")
    #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", replacing: old) }
    #expect(try database.service.check(old) != nil)
  }

  @Test func `somebody else's session cannot be ended by naming its id`() throws {
    let (victim, _) = try logIn("alice")
    let forged = try #require(Token(text: Base64URL.encode(victim.id.bytes + [UInt8](repeating: 0, count: 32)).octets))
    _ = try logIn("alice", replacing: forged)
    #expect(try database.service.check(victim) != nil)
    #expect(try !database.service.logOut(forged))
    #expect(try database.service.check(victim) != nil)
  }

  @Test func `a password works however old it is`() throws {
    database.clock.advance(.days(3650))
    let (token, _) = try logIn("alice")
    #expect(try database.service.check(token) != nil)
  }

  @Test func `a changed password is the one that counts from then on`() throws {
    let alice = try database.service.user(login: "alice").id
    let hash = try database.service.hasher.hash(Password("another password altogether"))
    try database.store.setCredential(
      Credential(hash: hash, changedAt: database.clock.now, source: .administrator), of: alice)
    #expect(throws: LoginRefused.self) { try logIn("alice") }
    _ = try logIn("alice", "another password altogether")
  }
}
