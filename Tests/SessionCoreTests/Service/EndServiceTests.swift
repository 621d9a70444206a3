import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct EndServiceTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    try database.addUser("bob")
  }

  private func isIn(_ token: Token) throws -> Bool { try service.check(token) != nil }

  @Test func `one session is ended, and only that one`() throws {
    let (one, _) = try database.logIn("alice")
    let (other, _) = try database.logIn("alice")
    #expect(try service.end(.one(one.id), by: TestDatabase.operator, reason: "lost phone").ended == [one.id])
    #expect(try !isIn(one))
    #expect(try isIn(other))
    let ending = try #require(try database.store.ending(of: one.id))
    #expect(
      ending
        == Ending(
          at: database.clock.now, how: .administrator, by: "lin on pts/3", reason: "lost phone", act: ending.act))
  }

  @Test func `all of a user's are ended, and nobody else's`() throws {
    let mine = try (0..<3).map { _ in try database.logIn("alice").token }
    let (theirs, _) = try database.logIn("bob")
    let alice = try service.user(login: "alice").id
    let ended = try service.end(.user(alice), by: TestDatabase.operator, reason: "").ended
    #expect(Set(ended) == Set(mine.map(\.id)))
    for token in mine { #expect(try !isIn(token)) }
    #expect(try isIn(theirs))
  }

  @Test func `what is previewed is what is ended`() throws {
    for _ in 0..<6 { try database.logIn("alice") }
    try database.logIn("bob")
    database.clock.advance(.minutes(31))
    for _ in 0..<5 { try database.logIn("alice") }
    let alice = try service.user(login: "alice").id
    let own = OwnMark(TestDatabase.operator)
    for targets in [SessionTargets.user(alice), .matching(try SessionFilter(text: "user:ali"), asOf: nil)] {
      let preview = try service.preview(targets, own: own)
      #expect(preview.count.value == 5)
      #expect(preview.sample.count == 4)
      #expect(preview.sample.allSatisfy { $0.userID == alice && $0.isLive(at: preview.at) })
    }
    #expect(try service.end(.user(alice), by: TestDatabase.operator, reason: "").ended.count == 5)
    #expect(try service.preview(.user(alice), own: own).count.value == 0)
  }

  @Test func `ending twice ends nothing and says nothing`() throws {
    let (token, _) = try database.logIn("alice")
    try service.end(.one(token.id), by: TestDatabase.operator, reason: "first")
    let number = try database.store.lastAuditNumber()
    #expect(try service.end(.one(token.id), by: TestDatabase.operator, reason: "second").ended == [])
    #expect(try database.store.lastAuditNumber() == number)
    #expect(try database.store.ending(of: token.id)?.reason == "first")
  }

  @Test func `logout is done once and asked for as often as one likes`() throws {
    let (token, _) = try database.logIn("alice")
    #expect(try service.logOut(token))
    #expect(try !service.logOut(token))
    #expect(try !isIn(token))
    #expect(try database.store.ending(of: token.id)?.how == .logout)
  }

  @Test func `logout of an expired session is no error and leaves it to the sweep`() throws {
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.hours(1))
    #expect(try !service.logOut(token))
    _ = try service.sweep(by: TestDatabase.operator)
    #expect(try database.store.ending(of: token.id)?.how == .idle)
    #expect(try !service.logOut(token))
  }

  @Test func `locking ends the user's sessions with it`() throws {
    let tokens = try (0..<3).map { _ in try database.logIn("alice").token }
    let (theirs, _) = try database.logIn("bob")
    let alice = try service.user(login: "alice").id
    let done = try service.lock(alice, by: TestDatabase.operator, reason: "left")
    #expect(done.changed && done.ended == 3)
    for token in tokens {
      #expect(try !isIn(token))
      #expect(try database.store.ending(of: token.id)?.how == .locked)
    }
    #expect(try isIn(theirs))
    let again = try service.lock(alice, by: TestDatabase.operator, reason: "left")
    #expect(!again.changed && again.ended == 0)
  }

  @Test func `unlocking lets the user in, and ended sessions stay ended`() throws {
    let (token, _) = try database.logIn("alice")
    let alice = try service.user(login: "alice").id
    try service.lock(alice, by: TestDatabase.operator, reason: "")
    #expect(try service.unlock(alice, by: TestDatabase.operator, reason: ""))
    #expect(try !service.unlock(alice, by: TestDatabase.operator, reason: ""))
    #expect(try !isIn(token))
    try database.logIn("alice")
  }

  @Test func `ended sessions stay ended after the database was closed and opened again`() throws {
    let (ended, _) = try database.logIn("alice")
    let (open, _) = try database.logIn("alice")
    try service.end(.one(ended.id), by: TestDatabase.operator, reason: "")
    for mode in [SQLiteConnection.Mode.readWrite, .readOnly] {
      let reopened = SessionService(
        store: try database.anotherStore(mode), keys: KeyRing(database.key), clock: database.clock.clock)
      #expect(try reopened.check(ended) == nil)
      #expect(try reopened.check(open) != nil)
    }
  }
}
