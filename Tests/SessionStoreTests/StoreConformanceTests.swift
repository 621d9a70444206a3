import SessionCore
import SessionStore
import Support
import Testing

/// What every engine must do alike.
@Suite struct StoreConformanceTests {
  @Test(arguments: TestEngine.allCases) func `equal keys are one account`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    try database.addUser("王小明")
    #expect(throws: UserError.exists(Login(text: "alice", key: "alice"))) { try database.addUser("ＡＬＩＣＥ") }
    #expect(try database.service.user(login: "Alice").login.text == "alice")
    #expect(try database.service.user(login: "王小明").login.text == "王小明")
    #expect(throws: UserError.unknown("王小")) { try database.service.user(login: "王小") }
    let store = database.store
    #expect(throws: StoreError.self) { try store.addUser(login: Login("ALICE"), createdAt: database.clock.now) }
  }

  @Test(arguments: TestEngine.allCases) func `a session is read as it was written`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    let (_, session) = try database.logIn("alice", from: "2001:db8::7")
    #expect(try database.store.session(id: session.id) == session)
  }

  @Test(arguments: TestEngine.allCases) func `a failed transaction leaves nothing`(_ engine: TestEngine) throws {
    struct Stop: Error {}
    let database = try TestDatabase(engine)
    #expect(throws: Stop.self) {
      try database.store.transaction(.full) {
        _ = try database.store.addUser(login: Login("bob"), createdAt: database.clock.now)
        throw Stop()
      }
    }
    #expect(try database.store.user(key: "bob") == nil)
  }

  @Test(arguments: TestEngine.allCases) func `of two touches one writes`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    let (_, session) = try database.logIn("alice")
    let later = database.clock.now + .minutes(2)
    try database.store.touch(session, at: later, expiresAt: later + .minutes(30), seal: .none)
    try database.store.touch(session, at: later + .minutes(1), expiresAt: later + .minutes(31), seal: .none)
    #expect(try database.store.session(id: session.id)?.lastSeenAt == later)
  }

  @Test(arguments: TestEngine.allCases, SessionSort.allCases) func `pages meet without gap or overlap`(
    _ engine: TestEngine, _ sort: SessionSort
  ) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    for index in 0..<23 {
      try database.logIn("alice")
      // Some rows share a moment: then the id decides.
      if index % 3 == 0 { database.clock.advance(.seconds(1)) }
    }
    for descending in [true, false] {
      let query = SessionQuery(sort: sort, descending: descending)
      func page(_ from: SessionPosition?, _ direction: PageDirection, _ limit: Int) throws -> [Session] {
        try database.store.sessions(query, from: from, direction, limit: limit, at: database.clock.now)
      }
      let whole = try page(nil, .after, 100)
      #expect(whole.count == 23)
      var forwards: [Session] = []
      while true {
        let next = try page(forwards.last.map(query.position), .after, 5)
        if next.isEmpty { break }
        forwards += next
      }
      #expect(forwards == whole)
      let middle = query.position(of: whole[11])
      #expect(try page(middle, .before, 4) == Array(whole[7..<11]))
      #expect(try page(nil, .before, 3) == Array(whole.suffix(3)))
    }
  }

  @Test(arguments: TestEngine.allCases) func `users page by key, both ways`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    for name in ["dave", "Alice", "王小明", "bob", "Émile", "carol"] { try database.addUser(name) }
    func page(_ key: String?, _ direction: PageDirection, _ limit: Int) throws -> [String] {
      try database.store.users(UserFilter(), from: key, direction, limit: limit, at: database.clock.now)
        .map(\.user.login.text)
    }
    #expect(try page(nil, .after, 10) == ["Alice", "bob", "carol", "dave", "Émile", "王小明"])
    #expect(try page("carol", .after, 2) == ["dave", "Émile"])
    #expect(try page("carol", .before, 5) == ["Alice", "bob"])
  }

  @Test(arguments: TestEngine.allCases) func `session data is bounded and goes with its session`(_ engine: TestEngine)
    throws
  {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    let (token, session) = try database.logIn("alice")
    let store = database.store
    try store.setData(of: session.id, name: "cart", value: "茶 × 2")
    try store.setData(of: session.id, name: "cart", value: "茶 × 3")
    #expect(try store.data(of: session.id, name: "cart") == "茶 × 3")
    for index in 1..<SessionData.maximumNames { try store.setData(of: session.id, name: "n\(index)", value: "") }
    #expect(throws: SessionDataError.tooManyNames) { try store.setData(of: session.id, name: "one more", value: "") }
    #expect(throws: SessionDataError.tooLarge) {
      try store.setData(of: session.id, name: "cart", value: String(repeating: "x", count: SessionData.maximumBytes))
    }
    #expect(try store.data(of: session.id, name: "cart") == "茶 × 3")
    try database.service.logOut(token)
    #expect(try store.countData(of: session.id) == 0)
    #expect(throws: SessionDataError.noSession) { try store.setData(of: session.id, name: "cart", value: "1") }
  }

  @Test(arguments: TestEngine.allCases) func `the audit log is a chain`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    let (token, _) = try database.logIn("alice")
    try database.service.logOut(token)
    let entries = try database.store.audit(after: 0, limit: 10)
    #expect(entries.map(\.record.action) == [.addUser, .login, .logout])
    #expect(entries.map(\.number) == [1, 2, 3])
    #expect(entries[0].record.actor == TestDatabase.operator)
    #expect(try database.store.audit(after: 2, limit: 10) == [entries[2]])
    #expect(try database.store.lastAuditNumber() == 3)
  }

  @Test(arguments: TestEngine.allCases) func `another program's change is noticed, our own is not`(_ engine: TestEngine)
    throws
  {
    let database = try TestDatabase(engine)
    let other = try database.anotherStore()
    let before = try other.changeCounter()
    try database.addUser("alice")
    let after = try other.changeCounter()
    #expect(after != before)
    // A server counts what happens in all of its databases, and other tests use theirs.
    guard engine == .sqlite else { return }
    #expect(try other.changeCounter() == after)
    _ = try other.setState(.locked, of: User.ID(rawValue: 1))
    #expect(try other.changeCounter() == after)
  }

  @Test(arguments: TestEngine.allCases) func `migrating again changes nothing`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    #expect(try database.store.migrate() == [])
    #expect(try database.store.schemaVersion() == SQLStore.currentVersion)
  }
}
