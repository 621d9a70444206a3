import SessionCore
import Support
import Testing

@Suite struct UserServiceTests {
  private let database: TestDatabase

  init() throws { database = try TestDatabase() }

  @Test func `a new password must be long enough, a legacy one need not`() throws {
    let short = try Password("short")
    #expect(throws: PasswordError.tooShort) {
      try database.service.addUser(Login("alice"), password: short, by: TestDatabase.operator)
    }
    #expect(throws: UserError.unknown("alice")) { try database.service.user(login: "alice") }
    #expect(try database.importUser("alice", password: "short"))
    _ = try database.service.logIn(login: "alice", password: "short", from: LoginSource(address: nil, userAgent: ""))
  }

  @Test func `a login that is taken is refused, with the one that has it`() throws {
    try database.addUser("Alice")
    let taken = UserError.exists(try Login("Alice"))
    #expect(throws: taken) { try database.addUser("ALICE") }
    #expect(try !database.importUser("alice", password: "another"))
    // The first one's password is as it was.
    try database.logIn("alice")
  }

  @Test func `a user's detail tells their sessions and how their password is kept`() throws {
    let alice = try database.addUser("alice")
    try database.logIn("alice")
    database.clock.advance(.seconds(1))
    let (_, newest) = try database.logIn("alice")
    let detail = try #require(try database.service.detail(of: alice))
    #expect(detail.listing.liveSessions == 2)
    #expect(detail.sessions.first?.id == newest.id)
    #expect(detail.scheme == "argon2id")
    #expect(try database.service.detail(of: User.ID(rawValue: 999)) == nil)
  }

  @Test func `a session's detail tells how it ended, and the user's others`() throws {
    try database.addUser("alice")
    let (token, session) = try database.logIn("alice")
    let (_, other) = try database.logIn("alice")
    try database.store.setData(of: session.id, name: "cart", value: "tea")
    let before = try database.service.detail(of: session)
    #expect(before.ending == nil && before.dataCount == 1 && before.others.map(\.id) == [other.id])
    try database.service.logOut(token)
    let after = try database.service.detail(of: session)
    #expect(after.ending?.how == .logout && after.dataCount == 0 && after.session == session)
  }
}
