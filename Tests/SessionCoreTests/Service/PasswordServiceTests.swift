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
    try database.store.setData(of: mine.id, name: "cart", value: "tea")
    let (next, session) = try service.changePassword(
      mine, from: TestDatabase.password, to: Password(Self.new), source: source)
    // The session goes on under a new secret: the old one may be why the password is changed.
    #expect(try service.check(next)?.id == session.id)
    #expect(try database.store.data(of: next.id, name: "cart") == "tea")
    for old in [mine, other] { #expect(try service.check(old) == nil) }
    #expect(try database.store.ending(of: other.id)?.how == .password)
    #expect(throws: LoginRefused.self) { try logIn(TestDatabase.password) }
    _ = try logIn(Self.new)
    #expect(try database.store.credential(of: alice.id)?.source == .user)
  }

  @Test func `a change needs the present password, and guessing that is slowed as well`() throws {
    let (token, _) = try database.logIn("alice")
    for _ in 0..<5 {
      #expect(throws: PasswordChangeError.wrongPassword) {
        _ = try service.changePassword(token, from: "wrong", to: Password(Self.new), source: source)
      }
    }
    #expect(throws: LoginDelayed.self) {
      _ = try service.changePassword(token, from: TestDatabase.password, to: Password(Self.new), source: source)
    }
    database.clock.advance(.seconds(30))
    _ = try service.changePassword(token, from: TestDatabase.password, to: Password(Self.new), source: source)
  }

  @Test func `200 parallel guesses at it are five guesses`() async throws {
    let (token, _) = try database.logIn("alice")
    let crowd = Crowd(database)
    let outcomes = try await crowd.run(times: 200) { service in
      do {
        _ = try service.changePassword(
          token, from: "wrong", to: Password(Self.new),
          source: LoginSource(address: IPAddress(text: "192.0.2.1"), userAgent: ""))
        return .loggedIn
      } catch is PasswordChangeError {
        return .refused
      } catch is LoginDelayed {
        return .delayed
      }
    }
    #expect(outcomes == [.refused: 5, .delayed: 195])
  }

  @Test(arguments: ["short", "alicealicealice", "aaaaaaaaaaaaaaaaaaaa"])
  func `what is easily guessed may not be chosen`(_ text: String) throws {
    let (token, _) = try database.logIn("alice")
    #expect(throws: PasswordError.self) {
      _ = try service.changePassword(token, from: TestDatabase.password, to: Password(text), source: source)
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
