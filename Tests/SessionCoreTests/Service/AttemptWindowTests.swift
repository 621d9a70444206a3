import SessionCore
import Support
import Testing

@Suite struct AttemptWindowTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    for login in ["alice", "bob"] { try database.addUser(login) }
  }

  private func fail(_ login: String, times: Int = 1, from address: String = "203.0.113.7") {
    for _ in 0..<times {
      _ = try? database.service.logIn(
        login: login, password: "wrong", from: LoginSource(address: IPAddress(text: address), userAgent: "curl/8"))
    }
  }

  private func answer(
    _ text: String = "", _ anchor: WindowAnchor<Int64> = .start, cursor: Int64? = nil, reach: Int = 50
  )
    throws -> AttemptAnswer
  {
    try database.service.attemptWindow(
      AttemptQuery(filter: AttemptFilter(text: text)), at: anchor, cursor: cursor, reach: reach)
  }

  @Test func `newest first, with who has to wait`() throws {
    try database.logIn("bob")
    fail("alice", times: 5)
    let all = try answer()
    #expect(all.list.window.rows.map(\.attempt.outcome) == Array(repeating: .wrongPassword, count: 5) + [.loggedIn])
    #expect(all.list.totals.waiting.value == 1)
    #expect(all.waiting.map(\.login) == ["alice"])
    database.clock.advance(.minutes(1))
    #expect(try answer().waiting.isEmpty)
  }

  @Test func `a cursor stays on its attempt while others come, and knows when that is gone`() throws {
    fail("alice")
    let mine = try #require(try answer().list.window.rows.first?.number)
    fail("bob", times: 2)
    let around = try answer("", .around(mine), cursor: mine).list.window
    #expect(around.isAnchorThere && around.anchor == 2 && around.reachesEnd)
    let filtered = try answer("user:bob", .around(mine), cursor: mine).list
    #expect(!filtered.window.isAnchorThere && filtered.matching.value == 2)
  }

  @Test func `a list is read in pages, from its end too`() throws {
    for count in 1...9 { fail("nobody\(count)") }
    let end = try answer("", .end, reach: 2).list
    #expect(end.window.rows.count == 4 && end.window.reachesEnd && !end.window.reachesStart)
    #expect(end.matching.value == 9)
  }

  @Test func `a user's row says how many guesses failed and until when they have to wait`() throws {
    fail("alice", times: 5)
    let users = try database.service.userWindow(UserQuery(), at: .start, cursor: nil, reach: 5).window.rows
    #expect(users.map(\.failures) == [5, 0])
    #expect(users.map(\.waitsUntil) == [database.clock.now + .seconds(30), nil])
    let alice = try database.service.user(login: "alice").id
    #expect(try database.service.detail(of: alice)?.listing.waitsUntil == users[0].waitsUntil)
    database.clock.advance(.hours(25))
    let later = try database.service.userWindow(UserQuery(), at: .start, cursor: nil, reach: 5).window.rows
    #expect(later.map(\.failures) == [0, 0] && later.allSatisfy { $0.waitsUntil == nil })
  }

  @Test func `a code that was given out shows until it stops working`() throws {
    let alice = try database.service.user(login: "alice").id
    _ = try database.service.giveCode(to: alice, for: .hours(1), by: TestDatabase.operator)
    #expect(try database.service.detail(of: alice)?.codeExpiresAt == database.clock.now + .hours(1))
    database.clock.advance(.hours(1))
    #expect(try database.service.detail(of: alice)?.codeExpiresAt == nil)
  }
}
