import SessionCore
import Support
import Testing

@Suite struct PasswordServiceTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private let alice: User
  private static let new = "a new and longer passphrase"
  private let source = LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: "curl/8")

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    alice = try database.service.user(login: "alice")
  }

  private func logIn(_ password: String) throws -> Token {
    try service.logIn(login: "alice", password: password, from: source).0
  }

  @Test func `a change ends all other sessions with it, and the new password alone works`() throws {
    let (mine, _) = try database.logIn("alice")
    let (other, _) = try database.logIn("alice")
    let ended = try service.changePassword(
      mine, from: TestDatabase.password, to: Password(Self.new), source: source)
    #expect(ended == [other.id])
    #expect(try service.check(mine) != nil)
    #expect(try service.check(other) == nil)
    #expect(try database.store.ending(of: other.id)?.how == .password)
    #expect(throws: LoginRefused.self) { try logIn(TestDatabase.password) }
    _ = try logIn(Self.new)
    #expect(try database.store.credential(of: alice.id)?.source == .user)
  }

  @Test func `a change needs the present password, and guessing that is slowed as well`() throws {
    let (token, _) = try database.logIn("alice")
    for _ in 0..<5 {
      #expect(throws: PasswordChangeError.wrongPassword) {
        try service.changePassword(token, from: "wrong", to: Password(Self.new), source: source)
      }
    }
    #expect(throws: LoginDelayed.self) {
      try service.changePassword(token, from: TestDatabase.password, to: Password(Self.new), source: source)
    }
    database.clock.advance(.seconds(30))
    try service.changePassword(token, from: TestDatabase.password, to: Password(Self.new), source: source)
  }

  @Test(arguments: ["short", "alicealicealice", "aaaaaaaaaaaaaaaaaaaa"])
  func `what is easily guessed may not be chosen`(_ text: String) throws {
    let (token, _) = try database.logIn("alice")
    #expect(throws: PasswordError.self) {
      try service.changePassword(token, from: TestDatabase.password, to: Password(text), source: source)
    }
    _ = try logIn(TestDatabase.password)
  }

  @Test func `hashes of lower cost are made anew at the next login, and sessions go on`() throws {
    let (token, _) = try database.logIn("alice")
    let dearer = SessionService(
      store: database.store, keys: KeyRing(database.key), clock: database.clock.clock,
      hasher: PasswordHasher(passes: 2, memory: 64 * 1024))
    let before = try #require(try database.store.credential(of: alice.id))
    database.clock.advance(.minutes(1))
    #expect(throws: LoginRefused.self) { try dearer.logIn(login: "alice", password: "wrong", from: source) }
    #expect(try database.store.credential(of: alice.id) == before)
    _ = try dearer.logIn(login: "alice", password: TestDatabase.password, from: source)
    let after = try #require(try database.store.credential(of: alice.id))
    #expect(after.hash.hasPrefix("$argon2id$v=19$m=64,t=2,p=1$"))
    #expect(after.changedAt == before.changedAt)
    #expect(try service.check(token) != nil)
    // The cheaper program takes the dearer hash, and leaves it.
    _ = try logIn(TestDatabase.password)
    #expect(try database.store.credential(of: alice.id) == after)
  }

  @Test func `removing a user ends their sessions, and the number is never another's`() throws {
    let (token, _) = try database.logIn("alice")
    #expect(try service.remove(alice, by: TestDatabase.operator, reason: "asked for it") == 1)
    #expect(try service.check(token) == nil)
    #expect(throws: UserError.unknown("alice")) { try service.user(login: "alice") }
    #expect(throws: LoginRefused.self) { try logIn(TestDatabase.password) }
    #expect(try database.store.ending(of: token.id)?.how == .removed)
    let log = try #require(
      try database.store.audit(before: nil, limit: 10).map(\.record).first { $0.action == .removeUser })
    #expect(log.reason == "alice: 1 session: ended: asked for it")
    #expect(try database.addUser("alice") > alice.id)
  }
}
