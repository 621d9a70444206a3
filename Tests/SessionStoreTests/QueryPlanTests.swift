import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What the views ask is answered along an index of a real database's file, however many rows there are.
@Suite struct QueryPlanTests {
  private let database: TestDatabase
  private let connection: PlanningConnection
  private let store: SQLStore
  private static let rows = 30_000

  init() throws {
    database = try TestDatabase(.sqlite)
    let now = database.clock.now.milliseconds
    let raw = try RawDatabase(database.path)
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.rows))"
    try raw.run(
      "INSERT INTO user_agents(text) VALUES('curl/8'), ('Mozilla Windows Firefox'), ('Mozilla Linux Edg Chrome')")
    try raw.run(
      """
      \(many) INSERT INTO users(login, login_key, state, created_at, last_login_at)
      SELECT 'user' || i, 'user' || i, 0, \(now) - i * 1000, CASE WHEN i % 3 = 0 THEN NULL ELSE \(now) - i * 500 END FROM n
      """)
    // One in ten thousand is about user 7; a second apart, so that the last hour is a part of them.
    try raw.run(
      """
      \(many) INSERT INTO audit(at, actor, terminal, address, action, target_user, target_session, reason,
        previous_hash, hash)
      SELECT \(now) - (\(Self.rows) - i) * 1000, CASE WHEN i % 1000 = 0 THEN 'lin' ELSE 'somebody' END, '', '', 'login',
        CASE WHEN i % 10000 = 0 THEN 7 ELSE 8 END, CASE WHEN i = 500 THEN x'\(Self.session)' END, '', x'', x'' FROM n
      """)
    try raw.run(
      """
      \(many) INSERT INTO attempts(at, login, user_id, address, user_agent_id, outcome)
      SELECT \(now) - (\(Self.rows) - i) * 1000, 'x', CASE WHEN i % 10000 = 0 THEN 7 END, NULL, 1, i % 2 FROM n
      """)
    connection = try PlanningConnection(database.path)
    store = SQLStore(connection)
    try store.requireCurrentSchema()
  }

  private static let session = "019B0000000040008000000000000001"

  private func audit(_ text: String, descending: Bool = true) throws -> [String] {
    let query = AuditQuery(filter: try AuditFilter(text: text), descending: descending)
    return try connection.plan {
      _ = try store.audit(query, from: 20_000, .after, limit: 100, at: database.clock.now)
      _ = try store.countAudit(query.filter, at: database.clock.now)
    }
  }

  @Test func `the log is read along its numbers, and nothing is sorted`() throws {
    for text in ["", "by:somebody", "act:login", "when<10h", "reason:nothing", "-user:user8"] {
      let plan = try audit(text)
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(text): \(plan)")
    }
  }

  @Test(arguments: [
    ("by:lin", "audit_by_actor"), ("act:rotate-key", "audit_by_action"), ("user:user7", "audit_by_user"),
    ("since:2026-11-18T13:06 until:2026-11-18T13:07", "audit_by_time"), ("when<1m", "audit_by_time"),
  ])
  func `few entries are found by what they are looked for by`(_ text: String, _ index: String) throws {
    let plan = try audit(text)
    #expect(plan.contains { $0.hasPrefix("SEARCH t USING") && $0.contains(index) }, "\(text): \(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN t") }, "\(text): \(plan)")
  }

  @Test func `a session's entries are found by it`() throws {
    let id = try #require(SessionID(bytes: [0x01, 0x9B, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1]))
    let query = AuditQuery(filter: AuditFilter(terms: [.session(id)]), descending: false)
    var found = 0
    let plan = try connection.plan {
      found = try store.audit(query, from: nil, .after, limit: 10, at: database.clock.now).count
    }
    #expect(found == 1)
    #expect(plan.contains { $0.contains("audit_by_session") } && !plan.contains { $0.hasPrefix("SCAN t") }, "\(plan)")
  }

  @Test(arguments: [
    ("since:2026-11-18T13:06 until:2026-11-18T13:07", "attempts_by_time"), ("user:user7", "attempts_by_user"),
    ("outcome:locked", "attempts_by_outcome"),
  ])
  func `few attempts are found by what they are looked for by`(_ text: String, _ index: String) throws {
    let query = AttemptQuery(filter: try AttemptFilter(text: text))
    let plan = try connection.plan {
      _ = try store.attempts(query, from: 20_000, .after, limit: 100, at: database.clock.now)
    }
    #expect(plan.contains { $0.hasPrefix("SEARCH t USING") && $0.contains(index) }, "\(text): \(plan)")
  }

  @Test func `many attempts are read along their numbers, and nothing is sorted`() throws {
    for text in ["", "outcome:ok", "when<10h", "outcome:ok when<10h"] {
      let query = AttemptQuery(filter: try AttemptFilter(text: text), descending: false)
      let plan = try connection.plan {
        _ = try store.attempts(query, from: 20_000, .after, limit: 100, at: database.clock.now)
      }
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(text): \(plan)")
    }
  }

  @Test(arguments: [
    (UserSort.lastLogin, "users_by_last_login"), (.created, "users_by_creation"),
    (.login, "sqlite_autoindex_users_1"),
  ])
  func `users are read along the index of their order`(_ sort: UserSort, _ index: String) throws {
    for (text, descending) in [("", true), ("", false), ("state:active", true), ("state:active", false)] {
      let query = UserQuery(filter: try UserFilter(text: text), sort: sort, descending: descending)
      let first = try #require(
        try store.users(query, from: nil, .after, limit: 50, at: database.clock.now).last)
      let plan = try connection.plan {
        _ = try store.users(query, from: query.position(of: first.user), .after, limit: 50, at: database.clock.now)
      }
      // Whose sessions are counted is looked up one by one.
      let users = plan.filter { $0.contains(" u ") && !$0.contains("SEARCH u USING INTEGER PRIMARY KEY (rowid=?)") }
      #expect(!users.isEmpty)
      #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(sort) \(text): \(plan)")
      #expect(users.allSatisfy { $0.contains(index) || $0.contains("users_by_state") }, "\(sort) \(text): \(plan)")
    }
  }

  @Test func `attempts on a part of a login are not counted first by looking through all users`() throws {
    let query = AttemptQuery(filter: try AttemptFilter(text: "ser7"))
    let plan = try connection.plan {
      _ = try store.attempts(query, from: nil, .after, limit: 100, at: database.clock.now)
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN u") }, "\(plan)")
  }

  @Test func `an overview counts along indexes alone`() throws {
    let plan = try connection.plan {
      _ = try SessionService(
        store: store, keys: KeyRing(database.key), clock: database.clock.clock, hasher: .cheap
      ).overview(.day)
    }
    #expect(plan.contains { $0.contains("attempts USING COVERING INDEX attempts_by_time") }, "\(plan)")
    #expect(plan.contains { $0.contains("ended_sessions_by_time") })
    #expect(plan.contains { $0.contains("sessions_by_last_seen") })
    for table in ["attempts", "sessions", "ended_sessions", "s"] {
      #expect(!plan.contains { $0 == "SCAN \(table)" }, "\(plan)")
    }
  }
}
