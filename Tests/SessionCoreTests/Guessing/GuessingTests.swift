import SessionCore
import Support
import Testing

/// How guessing is slowed down (OWASP ASVS 5.0, 6.1.1 and 6.3.1; NIST SP 800-63B-4, 3.2.2).
@Suite struct GuessingTests {
  private let database: TestDatabase
  private let alice: User.ID

  init() throws {
    database = try TestDatabase()
    alice = try database.addUser("alice")
    try database.addUser("bob")
  }

  private func logIn(_ login: String, _ password: String = TestDatabase.password, from address: String) throws {
    _ = try database.service.logIn(
      login: login, password: password, from: LoginSource(address: IPAddress(text: address), userAgent: "curl/8"))
  }

  /// Guesses wrongly until it has to wait, from another address each time, and returns how many guesses that took.
  private func guess(_ login: String, from network: String = "198.51.100.") throws -> Int {
    for count in 1...500 {
      do {
        try logIn(login, "wrong", from: network + "\(count % 250)")
      } catch is LoginRefused {
        continue
      } catch is LoginDelayed {
        return count - 1
      }
    }
    return 500
  }

  @Test(arguments: ["alice", "ALICE", "nobody", "' OR 1=1 --", "\u{1B}[2J", ""])
  func `after five guesses an account waits, whether it is there or not`(_ login: String) throws {
    #expect(try guess(login) == 5)
    #expect(throws: LoginDelayed(until: database.clock.now + .seconds(30))) {
      try logIn(login, from: "198.51.100.251")
    }
  }

  @Test func `each further guess waits twice as long, up to an hour, and the right password ends it`() throws {
    _ = try guess("alice")
    var waits: [Int64] = []
    for _ in 0..<9 {
      let delayed = #expect(throws: LoginDelayed.self) { try logIn("alice", from: "198.51.100.7") }
      let wait = try #require(delayed).until - database.clock.now
      waits.append(wait.milliseconds / 1000)
      database.clock.advance(wait)
      #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", from: "198.51.100.7") }
    }
    #expect(waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
    database.clock.advance(.hours(1))
    try logIn("alice", from: "198.51.100.7")
    // From now on this is where the user comes from; guesses are counted anew.
    #expect(try database.store.throttles(waiting: true, limit: 10, at: database.clock.now).isEmpty)
  }

  @Test func `attempts that are turned away do not make the wait longer`() throws {
    _ = try guess("alice")
    for _ in 0..<50 { #expect(throws: LoginDelayed.self) { try logIn("alice", "wrong", from: "198.51.100.7") } }
    database.clock.advance(.seconds(30))
    try logIn("alice", from: "198.51.100.7")
  }

  @Test func `strangers cannot keep a user out of where they last logged in from`() throws {
    try logIn("alice", from: "203.0.113.7")
    _ = try guess("alice")
    #expect(throws: LoginDelayed.self) { try logIn("alice", from: "192.0.2.1") }
    try logIn("alice", from: "203.0.113.7")
    // And a guesser who shares that address is slowed like any other.
    for _ in 0..<5 { #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", from: "203.0.113.7") } }
    #expect(throws: LoginDelayed.self) { try logIn("alice", from: "203.0.113.7") }
  }

  @Test func `strangers cannot keep a user out of a browser that was once logged in`() throws {
    let (token, _) = try database.logIn("alice", from: "203.0.113.7")
    try database.service.logOut(token)
    try logIn("alice", from: "203.0.113.99")
    _ = try guess("alice")
    let roaming = LoginSource(address: IPAddress(text: "192.0.2.200"), userAgent: "")
    func roam(holding token: Token) throws {
      _ = try database.service.logIn(
        login: "alice", password: TestDatabase.password, from: roaming, LoginWish(replacing: token))
    }
    // Another user's cookie opens nothing, nor does one that was never given out.
    let (theirs, _) = try database.logIn("bob", from: "203.0.113.7")
    #expect(throws: LoginDelayed.self) { try roam(holding: theirs) }
    #expect(throws: LoginDelayed.self) { try roam(holding: Token(time: database.clock.now, random: .system)) }
    try roam(holding: token)
  }

  @Test func `a neighbour at the same address cannot keep a known user out`() throws {
    try logIn("alice", from: "203.0.113.7")
    for index in 0..<40 { _ = try? logIn("user\(index)", "wrong", from: "203.0.113.7") }
    #expect(throws: LoginDelayed.self) { try logIn("bob", from: "203.0.113.7") }
    try logIn("alice", from: "203.0.113.7")
  }

  @Test func `failures from before there was such a user are that user's, and can be forgiven`() throws {
    #expect(try guess("newhire") == 5)
    let id = try database.addUser("newhire")
    database.clock.advance(.seconds(30))
    #expect(throws: LoginRefused.self) { try logIn("newhire", "wrong", from: "192.0.2.1") }
    let counter = try #require(try database.store.throttles(waiting: true, limit: 10, at: database.clock.now).first)
    #expect(counter.login == "newhire" && counter.userID == id && counter.failures == 6)
    #expect(try database.service.forgive(.user(id), by: TestDatabase.operator, reason: "") == 1)
  }

  @Test func `a clock that was ahead keeps nobody out`() throws {
    database.clock.advance(.days(400))
    _ = try guess("alice")
    database.clock.advance(Interval(milliseconds: -Interval.days(400).milliseconds))
    try logIn("alice", from: "192.0.2.1")
  }

  @Test func `an operator who simulates does not change where a user is known`() throws {
    try logIn("alice", from: "203.0.113.7")
    _ = try database.logIn("alice", from: "198.51.100.1", simulated: true)
    #expect(try database.store.user(id: alice)?.lastLoginFrom?.description == "203.0.113.7")
  }

  @Test func `a name of one letter and a thousand accents is kept as one letter`() throws {
    _ = try? logIn("a" + String(repeating: "\u{301}", count: 1300), "x", from: "192.0.2.1")
    let attempt = try #require(try database.store.attempts(AttemptFilter(), before: nil, limit: 1).first)
    #expect(attempt.attempt.login == "a…")
  }

  @Test func `an address waits after thirty guesses at whatever accounts`() throws {
    var refused = 0
    for index in 0..<40 {
      do { try logIn("user\(index)", "wrong", from: "203.0.113.7") } catch is LoginRefused { refused += 1 } catch {}
    }
    #expect(refused == 30)
    #expect(throws: LoginDelayed.self) { try logIn("bob", from: "203.0.113.7") }
    try logIn("bob", from: "203.0.113.8")
  }

  @Test func `a success does not wipe an address's failures out`() throws {
    for index in 0..<29 { #expect(throws: LoginRefused.self) { try logIn("user\(index)", "wrong", from: "192.0.2.1") } }
    try logIn("bob", from: "192.0.2.1")
    #expect(throws: LoginRefused.self) { try logIn("somebody", "wrong", from: "192.0.2.1") }
    #expect(throws: LoginDelayed.self) { try logIn("alice", from: "192.0.2.1") }
  }

  @Test func `IPv6 is counted by the first 64 bits`() throws {
    var refused = 0
    for index in 0..<40 {
      do { try logIn("user\(index)", "wrong", from: "2001:db8:1:2:\(index + 1)::1") } catch is LoginRefused {
        refused += 1
      } catch {}
    }
    #expect(refused == 30)
    try logIn("bob", from: "2001:db8:1:3::1")
  }

  @Test func `addresses that cannot be read are counted as one`() throws {
    var refused = 0
    for index in 0..<40 {
      do {
        try logIn("user\(index)", "wrong", from: index % 2 == 0 ? "" : "203.0.113.7:\(index)")
      } catch is LoginRefused {
        refused += 1
      } catch {}
    }
    #expect(refused == 30)
    try logIn("bob", from: "203.0.113.7")
  }

  @Test func `failures are forgotten after a day`() throws {
    for _ in 0..<4 { #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", from: "192.0.2.1") } }
    database.clock.advance(.hours(25))
    for _ in 0..<5 { #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", from: "192.0.2.1") } }
    #expect(throws: LoginDelayed.self) { try logIn("alice", "wrong", from: "192.0.2.1") }
  }

  @Test func `200 parallel guesses are five guesses`() async throws {
    let outcomes = try await Crowd(database).logIn("alice", "wrong", times: 200)
    #expect(outcomes == [.refused: 5, .delayed: 195])
  }

  @Test func `200 parallel logins with the right password all get in`() async throws {
    let outcomes = try await Crowd(database).logIn("alice", TestDatabase.password, times: 200)
    #expect(outcomes == [.loggedIn: 200])
  }

  @Test func `what is waiting is seen, and forgiven`() throws {
    _ = try guess("alice")
    for index in 0..<31 { _ = try? logIn("user\(index)", "wrong", from: "192.0.2.9") }
    let waiting = try database.store.throttles(waiting: true, limit: 10, at: database.clock.now)
    #expect(Set(waiting.map(\.scope)) == [.account, .address])
    #expect(waiting.first { $0.scope == .account }?.login == "alice")
    #expect(waiting.first { $0.scope == .address }?.address?.description == "192.0.2.9")
    #expect(try database.store.countWaiting(at: database.clock.now).value == 2)
    let network = try #require(IPAddress(text: "192.0.2.9"))
    let service = database.service
    #expect(try service.forgive(.network(network), by: TestDatabase.operator, reason: "office") == 1)
    #expect(try service.forgive(.user(alice), by: TestDatabase.operator, reason: "") == 1)
    #expect(try service.forgive(.user(alice), by: TestDatabase.operator, reason: "") == 0)
    try logIn("alice", from: "192.0.2.9")
    let log = try database.store.audit(before: nil, limit: 3).map(\.record)
    #expect(log.map(\.action) == [.login, .forgive, .forgive])
    #expect(log[2].reason == "192.0.2.9: office")
  }

  @Test(.onSQLite) func `attempts are kept, and a name that nobody has is masked`() throws {
    try logIn("alice", from: "192.0.2.1")
    #expect(throws: LoginRefused.self) { try logIn("alice", "wrong", from: "192.0.2.1") }
    #expect(throws: LoginRefused.self) { try logIn("my secret password", "x", from: "192.0.2.1") }
    let attempts = try database.store.attempts(AttemptFilter(), before: nil, limit: 10).map(\.attempt)
    #expect(attempts.map(\.outcome) == [.unknownUser, .wrongPassword, .loggedIn])
    #expect(attempts.map(\.login) == ["m…", "alice", "alice"])
    #expect(attempts[0].userID == nil && attempts[1].userID == alice)
    let mine = AttemptFilter(terms: [.user(alice), .outcome(.wrongPassword)])
    #expect(try database.store.attempts(mine, before: nil, limit: 10).count == 1)
    for row in try StoredText(database).all where row.contains("secret password") { Issue.record("found in \(row)") }
  }

  @Test func `a policy of its own is kept, and one that makes no sense is refused`() throws {
    var policy = GuessingPolicy.standard
    policy.guesses = 2
    policy.firstDelay = .minutes(10)
    try database.service.setGuessing(policy, by: TestDatabase.operator)
    #expect(try guess("alice") == 2)
    #expect(throws: LoginDelayed(until: database.clock.now + .minutes(10))) { try logIn("alice", from: "192.0.2.1") }
    #expect(throws: SettingsError.self) { try GuessingPolicy([.guesses: 0]) }
    #expect(throws: SettingsError.self) { try GuessingPolicy([.longestDelay: Int64.max]) }
  }
}
