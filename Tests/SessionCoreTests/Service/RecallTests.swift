import SessionCore
import Support
import Testing

/// Everybody out, at once, however many they are (OWASP ASVS 5.0, 7.4.5).
@Suite struct RecallTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    try database.addUser("bob")
  }

  @Test func `everybody is out before a row is moved, and who logs in after is in`() throws {
    let tokens = try ["alice", "bob"].map { try database.logIn($0).token }
    try service.endEverybody(by: TestDatabase.operator, reason: "leak")
    for token in tokens {
      #expect(try service.check(token) == nil)
      #expect(try database.store.session(id: token.id) != nil)
    }
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value == 0)
    database.clock.advance(.seconds(1))
    let (after, _) = try database.logIn("alice")
    #expect(try service.check(after) != nil)
    #expect(try service.sweep(by: TestDatabase.operator).moved == 2)
    #expect(try service.check(after) != nil)
    let ending = try #require(try database.store.ending(of: tokens[0].id))
    #expect(ending.how == .administrator && ending.reason == "leak" && ending.by == "lin on pts/3")
  }

  @Test func `a login in the very moment is in`() throws {
    let (before, _) = try database.logIn("alice")
    try service.endEverybody(by: TestDatabase.operator, reason: "")
    let (after, _) = try database.logIn("alice")
    #expect(try service.check(before) == nil)
    #expect(try service.check(after) != nil)
  }

  @Test(arguments: [false, true]) func `it is taken back, whether or not the rows were moved`(_ isSwept: Bool) throws {
    let (token, session) = try database.logIn("alice")
    try database.store.setData(of: token.id, name: "cart", value: "tea")
    let act = try service.endEverybody(by: TestDatabase.operator, reason: "")
    if isSwept { _ = try service.sweep(by: TestDatabase.operator) }
    #expect(try service.undoableActs().filter { $0.kind != .addUser }.map(\.id) == [act])
    _ = try service.restore(act, by: TestDatabase.operator)
    #expect(try service.check(token) == session)
    #expect(try database.store.data(of: token.id, name: "cart") == "tea")
  }

  @Test(arguments: ["lock", "password", "logout", "end", "remove"])
  func `what ends meanwhile does not live again when it is taken back`(_ how: String) throws {
    let (token, _) = try database.logIn("alice")
    let alice = try service.user(login: "alice")
    let act = try service.endEverybody(by: TestDatabase.operator, reason: "")
    switch how {
    case "lock":
      try service.lock(alice.id, by: TestDatabase.operator, reason: "")
      try service.unlock(alice.id, by: TestDatabase.operator, reason: "")
    case "password":
      try service.setPassword(
        of: alice, to: Password("another long passphrase"), source: .administrator, by: TestDatabase.operator)
    case "logout": #expect(try service.logOut(token))
    case "end": try service.end(.one(token.id), by: TestDatabase.operator, reason: "")
    default: try service.remove(alice, by: TestDatabase.operator, reason: "")
    }
    _ = try service.restore(act, by: TestDatabase.operator)
    #expect(try service.check(token) == nil)
  }

  @Test func `one that another took the place of cannot be taken back`() throws {
    let (token, _) = try database.logIn("alice")
    let first = try service.endEverybody(by: TestDatabase.operator, reason: "")
    let second = try service.endEverybody(by: TestDatabase.operator, reason: "")
    #expect(try service.undoableActs().filter { $0.kind != .addUser }.map(\.id) == [second])
    // It happened all the same, and is looked up.
    let history = try service.history()
    #expect(history.count { $0.kind == .endEverybody } == 2)
    #expect(history.filter(\.isSuperseded).map(\.id) == [first])
    #expect(history.first { $0.id == first }?.undoableUntil == nil)
    try service.restore(second, by: TestDatabase.operator)
    #expect(throws: RestoreError.unknown) { try service.restore(first, by: TestDatabase.operator) }
    #expect(try service.check(token) == nil)
  }

  @Test func `a second one after the clock was set back is one all the same`() throws {
    try service.endEverybody(by: TestDatabase.operator, reason: "")
    database.clock.advance(Interval(milliseconds: -5000))
    let (token, _) = try database.logIn("alice")
    #expect(try service.check(token) != nil)
    try service.endEverybody(by: TestDatabase.operator, reason: "")
    #expect(try service.check(token) == nil)
  }

  @Test func `taking it back goes to what was refused before, not to the beginning`() throws {
    let (first, _) = try database.logIn("alice")
    try service.endEverybody(by: TestDatabase.operator, reason: "")
    database.clock.advance(.minutes(1))
    let (second, _) = try database.logIn("alice")
    let act = try service.endEverybody(by: TestDatabase.operator, reason: "")
    _ = try service.restore(act, by: TestDatabase.operator)
    #expect(try service.check(first) == nil)
    #expect(try service.check(second) != nil)
  }

  @Test func `all of mine but this one`() throws {
    let tokens = try (0..<3).map { _ in try database.logIn("alice").token }
    let (theirs, _) = try database.logIn("bob")
    #expect(Set(try service.endOthers(than: tokens[1])) == [tokens[0].id, tokens[2].id])
    #expect(try service.check(tokens[1]) != nil)
    #expect(try service.check(theirs) != nil)
    #expect(try database.store.ending(of: tokens[0].id)?.how == .owner)
    #expect(try service.endOthers(than: tokens[1]) == [])
    #expect(try service.endOthers(than: tokens[0]) == [])
  }
}
