import SessionCore
import SessionStore
import Support
import Testing

/// Something that an administrator or a visitor can change.
enum Change: String, CaseIterable, Sendable {
  case addUser, importUser, logIn, logInAgain, logOut, endOne, endAll, lock, unlock, setPolicy, sweep

  /// Does it to a database that was made ready for it.
  func perform(_ ready: ReadyDatabase) throws {
    let service = ready.database.service
    let by = TestDatabase.operator
    let source = LoginSource(address: nil, userAgent: "")
    switch self {
    case .addUser: try ready.database.addUser("carol")
    case .importUser: try ready.database.importUser("carol", password: "short")
    case .logIn: try ready.database.logIn("alice")
    case .logInAgain:
      _ = try service.logIn(
        login: "alice", password: TestDatabase.password, from: source, LoginWish(replacing: ready.token))
    case .logOut: try service.logOut(ready.token)
    case .endOne: try service.end(.one(ready.token.id), by: by, reason: "")
    case .endAll: try service.end(.user(ready.alice), by: by, reason: "")
    case .lock: try service.lock(ready.alice, by: by, reason: "")
    case .unlock: try service.unlock(ready.bob, by: by, reason: "")
    case .setPolicy: try service.setPolicy(.standard, by: by)
    case .sweep: _ = try service.sweep(by: by)
    }
  }
}

extension Change {
  /// What the log says of it.
  var actions: [AuditRecord.Action] {
    switch self {
    case .addUser: [.addUser]
    case .importUser: [.importUser]
    case .logIn: [.login]
    case .logInAgain: [.logout, .login]
    case .logOut: [.logout]
    case .endOne, .endAll: [.endSession]
    case .lock: [.lockUser]
    case .unlock: [.unlockUser]
    case .setPolicy: [.setPolicy]
    case .sweep: [.sweep]
    }
  }
}

/// A database in which each ``Change`` has something to change.
struct ReadyDatabase {
  let database: TestDatabase
  let alice: User.ID
  let bob: User.ID
  let token: Token

  init() throws {
    database = try TestDatabase()
    alice = try database.addUser("alice")
    bob = try database.addUser("bob")
    try database.service.lock(bob, by: TestDatabase.operator, reason: "")
    try database.logIn("alice", simulated: true)
    database.clock.advance(.minutes(20))
    token = try database.logIn("alice").token
  }

  /// All rows of all tables but the one that holds attempts at nothing.
  func contents() throws -> [String] {
    let raw = try database.address.connection()
    var tables: [String] = []
    try raw.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", []) { tables.append($0.text(0)) }
    var rows: [String] = []
    for table in tables {
      var columns: [String] = []
      try raw.query("SELECT name FROM pragma_table_info(?)", [.text(table)]) { columns.append($0.text(0)) }
      let quoted = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
      try raw.query("SELECT \(quoted) FROM \"\(table)\" ORDER BY 1", []) { rows.append(table + ": " + $0.text(0)) }
    }
    return rows
  }
}

@Suite struct AuditServiceTests {
  @Test(arguments: Change.allCases) func `each change has its line in the log`(_ change: Change) throws {
    let ready = try ReadyDatabase()
    let number = try ready.database.store.lastAuditNumber()
    try change.perform(ready)
    let log = try ready.database.store.audit(after: number, limit: 10)
    // Logging in again ends the session that the browser held: that is a line of its own.
    #expect(log.map(\.record.action) == change.actions)
    #expect(log.first?.record.at == ready.database.clock.now)
  }

  @Test func `who logs in where somebody else was is named as who ended that session`() throws {
    let ready = try ReadyDatabase()
    try ready.database.addUser("王小明")
    _ = try ready.database.service.logIn(
      login: "王小明", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: ""),
      LoginWish(replacing: ready.token))
    let log = try ready.database.store.audit(after: 0, limit: 100)
    let line = try #require(log.first { $0.record.action == .logout })
    #expect(line.record.user == ready.alice)
    #expect(line.record.actor.name == "王小明")
    #expect(try ready.database.store.ending(of: ready.token.id)?.by == "王小明")
  }

  @Test(.onSQLite, arguments: Change.allCases) func `a change whose line cannot be written is not made`(
    _ change: Change
  ) throws {
    let ready = try ReadyDatabase()
    let raw = try ready.database.address.connection()
    try raw.run("CREATE TRIGGER closed BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'the log is closed'); END", [])
    let before = try ready.contents()
    #expect(throws: StoreError.self) { try change.perform(ready) }
    #expect(try ready.contents() == before)
    try raw.run("DROP TRIGGER closed", [])
    try change.perform(ready)
    #expect(try ready.contents() != before)
  }

  @Test func `what was done is told with who, to whom and why`() throws {
    let ready = try ReadyDatabase()
    let number = try ready.database.store.lastAuditNumber()
    try ready.database.service.end(.one(ready.token.id), by: TestDatabase.operator, reason: "lost phone")
    let record = try #require(try ready.database.store.audit(after: number, limit: 1).first?.record)
    #expect(record.actor == TestDatabase.operator)
    #expect(record.user == ready.alice)
    #expect(record.session == ready.token.id)
    #expect(record.reason == "lost phone")
  }

  @Test(.onSQLite) func `no secret is in the log, nor anywhere else in the database`() throws {
    let ready = try ReadyDatabase()
    let secret = ready.token.secret.map { String($0, radix: 16, uppercase: true) }.map { $0.count == 1 ? "0" + $0 : $0 }
      .joined()
    for row in try ready.contents() {
      #expect(!row.contains(ready.token.text) && !row.contains(secret) && !row.contains(TestDatabase.password))
    }
  }
}
