import SessionCore
import Support
import Testing

@Suite struct SimulatedGuessingTests {
  private let database: TestDatabase
  private let address = IPAddress(text: "203.0.113.9")

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  private func logIn(_ password: String, simulated: Bool, from other: String? = nil) throws {
    _ = try database.service.logIn(
      login: "alice", password: password,
      from: LoginSource(
        address: other.flatMap(IPAddress.init(text:)) ?? address, userAgent: "curl/8",
        simulatedBy: simulated ? TestDatabase.operator : nil))
  }

  @Test func `what is simulated makes nobody real wait, and the other way round`() throws {
    for _ in 0..<5 { #expect(throws: LoginRefused.self) { try logIn("wrong", simulated: true) } }
    #expect(throws: LoginDelayed.self) { try logIn(TestDatabase.password, simulated: true) }
    try logIn(TestDatabase.password, simulated: false, from: "198.51.100.4")
    // A real success forgets the real failures alone.
    #expect(throws: LoginDelayed.self) { try logIn(TestDatabase.password, simulated: true) }
  }

  @Test func `the counter says that it is simulated, and is no user's`() throws {
    for _ in 0..<5 { try? logIn("wrong", simulated: true) }
    let counter = try #require(
      try database.store.throttles(waiting: true, limit: 10, at: database.clock.now).first { $0.scope != .address })
    #expect(counter.login == "alice (simulated)" && counter.userID == nil && counter.failures == 5)
    let listing = try #require(
      try database.store.users(UserFilter(), from: nil, .after, limit: 1, at: database.clock.now).first)
    #expect(listing.failures == 0 && listing.waitsUntil == nil)
    #expect(try database.service.simulatedFailures(of: "ALICE", from: address)?.failures == 5)
  }

  @Test func `an attempt tells who simulated it`() throws {
    try? logIn("wrong", simulated: true)
    try logIn(TestDatabase.password, simulated: true)
    try logIn(TestDatabase.password, simulated: false)
    let attempts = try database.store.attempts(AttemptFilter(), before: nil, limit: 10).map(\.attempt.simulatedBy)
    #expect(attempts == ["", "lin on pts/3", "lin on pts/3"])
  }

  @Test func `they are forgotten by themselves, and nothing else is`() throws {
    for simulated in [true, false] { for _ in 0..<5 { try? logIn("wrong", simulated: simulated) } }
    try database.service.forgetSimulatedFailures(of: "alice", from: address)
    #expect(try database.service.simulatedFailures(of: "alice", from: address) == nil)
    try logIn(TestDatabase.password, simulated: true)
    #expect(throws: LoginDelayed.self) { try logIn(TestDatabase.password, simulated: false) }
  }

  @Test func `who simulates acts in their own name, until the session is over`() throws {
    let source = LoginSource(address: address, userAgent: "curl/8", simulatedBy: TestDatabase.operator)
    let service = database.service
    let (mine, _) = try service.logIn(login: "alice", password: TestDatabase.password, from: source)
    let (other, _) = try service.logIn(login: "alice", password: TestDatabase.password, from: source)
    #expect(try database.service.endOthers(than: mine, from: address).count == 1)
    #expect(try database.service.logOut(mine))
    let records = try database.store.audit(after: 0, limit: 50).map(\.record).suffix(4)
    #expect(records.map(\.action) == [.login, .login, .endSession, .logout])
    #expect(records.allSatisfy { $0.actor.summary == "lin on pts/3" })
    #expect(records.last?.reason == "simulated")
    for token in [mine, other] { #expect(try database.store.ending(of: token.id)?.by == "lin on pts/3") }
  }
}
