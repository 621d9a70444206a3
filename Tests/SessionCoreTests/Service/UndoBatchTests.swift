import SessionCore
import SessionStore
import Support
import Testing

/// Taking back what was done to many: in batches, each with its record.
@Suite struct UndoBatchTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private var by: Actor { TestDatabase.operator }

  init() throws {
    database = try TestDatabase()
    for name in ["alice", "bob"] { try database.addUser(name) }
  }

  /// More sessions like one that was opened.
  private func add(_ count: Int, like pattern: Session, _ each: (inout Session) throws -> Void = { _ in }) throws {
    try database.store.transaction(.normal) {
      for _ in 0..<count {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try each(&session)
        try database.store.addSession(session)
      }
    }
  }

  private func records(after number: Int64) throws -> [String] {
    try database.store.audit(after: number, limit: 100).map(\.record.reason)
  }

  @Test func `many that were extended are set back with a record a batch`() throws {
    let (_, pattern) = try database.logIn("alice")
    let act = service.newAct(.extend, by: by, reason: "long form", subject: "alice")
    try database.store.addAct(act)
    try add(1204, like: pattern) { session in
      let later = session.expiresAt + .minutes(1)
      try database.store.keepExtended(session, by: act.id, seenAt: session.lastSeenAt, until: later)
      session.expiresAt = later
    }
    let number = try database.store.lastAuditNumber()
    #expect(try service.undo(act.id, by: by).sessions == 1204)
    #expect(
      try records(after: number)
        == [500, 500, 204].map { "extend session: alice: \($0) sessions: long form" })
    #expect(try service.history().first { $0.id == act.id }?.undoneBy == by.summary)
    #expect(throws: RestoreError.unknown) { try service.undo(act.id, by: by) }
  }

  @Test func `a locked user's many sessions live again in batches, told once others see them`() throws {
    let (_, pattern) = try database.logIn("alice")
    try add(1203, like: pattern)
    let targets = UserTargets.listed(try ["alice", "bob"].map { UserLook(try service.user(login: $0)) })
    let lock = try service.perform(.lock, on: targets, by: by, reason: "all")
    #expect(lock.ended == 1204)
    let number = try database.store.lastAuditNumber()
    let other = try database.anotherStore()
    var told: [Int] = []
    let undone = try service.undo(#require(lock.act), by: by) { batch in
      told.append(batch.count)
      #expect((try? batch.last.flatMap { try other.session(id: $0) }) != nil)
    }
    #expect(undone.users == 2 && undone.sessions == 1204)
    #expect(told == [500, 500, 204])
    let start = "lock user: alice"
    #expect(
      try records(after: number)
        == ["\(start): 2 users: 500 sessions: all", "\(start): 500 sessions: all", "\(start): 204 sessions: all"])
    #expect(try service.verifyAudit().fault == nil)
  }

  @Test func `who takes an unlocking back is who ended what was opened meanwhile`() throws {
    let alice = try service.user(login: "alice").id
    try service.lock(alice, by: by, reason: "")
    let unlock = try service.perform(.unlock, on: .listed([UserLook(id: alice)]), by: by, reason: "on the phone")
    let (token, _) = try database.logIn("alice")
    let other = Actor(name: "mei", terminal: "pts/9")
    let number = try database.store.lastAuditNumber()
    let undone = try service.undo(#require(unlock.act), by: other)
    #expect(undone.users == 1 && undone.ended == 1 && undone.sessions == 0)
    let ending = try #require(try database.store.ending(of: token.id))
    #expect(ending.by == "mei on pts/9" && ending.reason.isEmpty && ending.how == .locked)
    #expect(try records(after: number) == ["unlock user: alice: 1 session: ended: on the phone"])
  }

  @Test func `who goes on with an extended session is not put out by taking that back`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(.minutes(30) - .seconds(30))
    let look = SessionLook(session, at: database.clock.now)
    let act = try service.perform(.extend, on: .listed([look]), by: by, reason: "").act
    // A request that is not worth writing down.
    database.clock.advance(.seconds(40))
    #expect(try service.check(token) != nil)
    #expect(throws: RestoreError.nothingLeft) { try service.undo(#require(act), by: by) }
    #expect(try service.check(token) != nil)
  }

  @Test func `of failed logins that count again it is said whose they are`() throws {
    for _ in 0..<3 {
      _ = try? service.logIn(
        login: "alice", password: "wrong password",
        from: LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: ""))
    }
    let raw = try RawDatabase(database.path)
    // As after guesses from more than one place.
    try raw.run(
      """
      INSERT INTO throttle(subject, scope, login, user_id, address, failures, refused, last_at, until)
      SELECT x'0102', scope, login, user_id, address, failures, refused, last_at, until
      FROM throttle WHERE user_id IS NOT NULL LIMIT 1
      """)
    let alice = try service.user(login: "alice")
    let counters = try raw.count("SELECT count(*) FROM throttle")
    let user = try service.perform(.forgive, on: .listed([UserLook(alice)]), by: by, reason: "")
    let undone = try service.undo(#require(user.act), by: by)
    #expect(undone.users == 1 && undone.counters >= 2)
    #expect(try raw.count("SELECT count(*) FROM throttle") == counters)
    let network = service.newAct(.forgive, by: by, reason: "")
    #expect(
      try service.forgive(.network(#require(IPAddress(text: "203.0.113.7"))), by: by, reason: "", as: network) == 1)
    let back = try service.undo(network.id, by: by)
    #expect(back.users == 0 && back.counters == 1)
  }

  @Test func `a code that was taken away works again`() throws {
    func choose(_ login: String, _ code: ActivationCode) throws {
      try service.activate(
        login: login, code: code.text, password: Password("a new and longer passphrase"),
        from: LoginSource(address: nil, userAgent: ""))
    }
    let (alice, bob) = (try service.user(login: "alice"), try service.user(login: "bob"))
    let codes = try [alice, bob].map { try service.giveCode(to: $0.id, by: by) }
    database.clock.advance(.seconds(1))
    let another = service.newAct(.giveCode, by: by, reason: "", subject: "alice")
    let second = try service.giveCode(to: alice.id, by: by, as: another)
    #expect(try service.undo(another.id, by: by).users == 1)
    #expect(throws: PasswordChangeError.wrongCode) { try choose("alice", second) }
    try choose("alice", codes[0])
    let removed = service.newAct(.remove, by: by, reason: "", subject: "bob")
    try service.remove(bob, by: by, reason: "", as: removed)
    #expect(try service.undo(removed.id, by: by).users == 1)
    try choose("bob", codes[1])
  }

  @Test func `what is kept of acts goes in batches, and is counted`() throws {
    let raw = try RawDatabase(database.path)
    let old = "x'00000000000000000000000000000001'"
    for row in 1...3 {
      try raw.run(
        "INSERT INTO changed_users(act, user_id, state, not_before, version_then) VALUES(\(old), \(row), 0, 0, 1)")
      try raw.run(
        """
        INSERT INTO forgiven(act, subject, scope, login, failures, refused, last_at, until)
        VALUES(\(old), x'0\(row)', 0, '', 1, 0, 0, 0)
        """)
    }
    let counts = try (0..<3).map { _ in try database.store.pruneUndo(before: database.clock.now, limit: 2) }
    #expect(counts == [4, 2, 0])
  }
}
