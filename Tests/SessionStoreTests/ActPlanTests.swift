import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// However many sessions there are, an act by a filter searches while others write, and locks for the rows that it changes.
@Suite struct ActPlanTests {
  private let database: TestDatabase
  private let connection: PlanningConnection
  private let service: SessionService
  // More than are looked through at once.
  private static let rows = 12_000

  init() throws {
    database = try TestDatabase(.sqlite)
    let now = database.clock.now.milliseconds
    let raw = try RawDatabase(database.path)
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.rows))"
    try raw.run("INSERT INTO user_agents(text) VALUES('curl/8'), ('Mozilla Windows Firefox')")
    try raw.run(
      """
      \(many) INSERT INTO users(login, login_key, state, created_at)
      SELECT 'user' || i, 'user' || i, 0, \(now) FROM n WHERE i <= 1000
      """)
    // One in four thousand is of another kind; ids rise with the rows.
    try raw.run(
      """
      \(many) INSERT INTO sessions(id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at,
        expires_at, kind, address, user_agent_id, created_by, sealed_until, seal)
      SELECT CAST(x'019B' || printf('%014d', i) AS BLOB), 1 + i % 1000, x'00', \(now) - 7200000, \(now) - 7200000,
        \(now) - 3600000, \(now) + 7200000, \(now) + 1800000 + i, CASE WHEN i % 4000 = 0 THEN 2 ELSE 0 END,
        x'00000000000000000000FFFFCB007107', 1 + (i % 4000 = 1), CASE WHEN i % 4000 = 0 THEN 'lin on pts/3' ELSE '' END,
        0, x'' FROM n
      """)
    connection = try PlanningConnection(database.path)
    let store = SQLStore(connection)
    try store.requireCurrentSchema()
    var service = SessionService(store: store, keys: KeyRing(database.key), clock: database.clock.clock, hasher: .cheap)
    // As many to a transaction on a machine that is slow just now.
    service.pace = BatchPace(steady: 125)
    self.service = service
  }

  @Test(arguments: [
    ("from:0.0.0.0/0", 12_000), ("user:user", 12_000), ("idle>1m", 12_000), ("ends<1h", 12_000),
    ("-user:user7", 10_668),
    ("kind:simulated", 3), ("by:lin", 3), ("client:firefox", 3), ("user:user77", 132), ("by:zzz", 0),
    ("from:192.0.2.1", 0),
  ])
  func `what is locked is found by its id`(_ text: String, _ count: Int) throws {
    let filter = try SessionFilter(text: text)
    for (act, own) in [(SessionAct.extend, nil), (.end, OwnMark(TestDatabase.operator))] {
      var result = ActResult()
      _ = try connection.plan {
        result = try service.perform(
          act, on: .matching(filter, asOf: nil), sparing: own, by: TestDatabase.operator, reason: "")
      }
      let locked = connection.lockedSteps.filter { step in
        step.split(separator: " ").contains { $0 == "s" || $0 == "sessions" }
      }
      #expect(locked.allSatisfy { $0.hasPrefix("SEARCH") && $0.hasSuffix("id=?)") }, "\(text): \(Set(locked))")
      #expect(!connection.lockedSteps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(text)")
      #expect(connection.transactions <= count / 100 + 3, "\(text)")
      if count == 0 { #expect(connection.transactions == 0, "\(text)") }
      if act == .end { #expect(result.count + result.own == count, "\(text)") }
      if act == .end, count == 12_000 { #expect(result.own == 3) }
    }
  }

  @Test func `what matches everywhere is not sorted to be found`() throws {
    let plan = try connection.plan {
      _ = try service.perform(
        .end, on: .matching(SessionFilter(text: "from:0.0.0.0/0 ends<1h"), asOf: nil), by: TestDatabase.operator,
        reason: "")
    }
    #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(Set(plan))")
  }
}
