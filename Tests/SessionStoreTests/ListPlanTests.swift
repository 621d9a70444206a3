import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Every sort and every word of the filters has an index to go by: nothing is sorted but what is known to be little, and
/// no session's row is met but of those that are shown.
@Suite struct ListPlanTests {
  private let database: TestDatabase
  private let connection: PlanningConnection
  private let store: SQLStore
  /// More than are sorted.
  private static let rows = 24_000

  init() throws {
    database = try TestDatabase(.sqlite)
    let now = database.clock.now.milliseconds
    let raw = try RawDatabase(database.path)
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.rows))"
    try raw.run(
      "INSERT INTO user_agents(text) VALUES('curl/8'), ('Mozilla Windows Firefox'), ('Mozilla Linux Edg Chrome')")
    // One in three is locked, and one in four never logged in.
    try raw.run(
      """
      \(many) INSERT INTO users(login, login_key, state, created_at, last_login_at)
      SELECT 'user' || i, 'user' || i, i % 3 = 0, \(now) - i * 1000, CASE WHEN i % 4 > 0 THEN \(now) - i * 500 END FROM n
      """)
    try raw.run(
      """
      \(many) INSERT INTO sessions(id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at,
        expires_at, kind, address, user_agent_id, created_by, sealed_until, seal)
      SELECT CAST(x'019B' || printf('%014d', i) AS BLOB), 1 + i % 4, x'00', \(now) - 7200000, \(now) - 7200000,
        \(now) - 900000 + i, \(now) + 7200000, \(now) + 1800000 + i, CASE WHEN i % 8000 = 0 THEN 2 ELSE i % 8 = 1 END,
        x'00000000000000000000FFFFCB007107', 1 + (i % 4000 = 1), CASE WHEN i % 8000 = 0 THEN 'lin on pts/3' ELSE '' END,
        0, x'' FROM n
      """)
    connection = try PlanningConnection(database.path)
    store = SQLStore(connection)
    try store.addLoginParts(from: User.ID(rawValue: 1), to: User.ID(rawValue: Int64(Self.rows)))
  }

  private static let sessionWords = [
    "", "ser", "ser2", "zzz", "user:user", "user:user4", "user:zzz", "state:live", "state:idle", "state:ending",
    "state:remembered", "state:simulated", "kind:browser", "kind:remembered", "kind:simulated", "from:203.0.113.0/24",
    "from:192.0.2.0/24", "client:curl", "client:firefox", "client:zzz", "app:firefox", "app:none", "on:windows",
    "started<1h", "started>1d", "idle>5m", "idle>1d", "ends<5m", "ends>1h", "by:lin", "by:zzz",
    "id:01JD3KX4N0V5S8T2W6Y9ZABCDE", "-user:user4", "-kind:browser", "-state:idle", "user:user4|kind:simulated",
    "user:user3 kind:remembered",
  ]

  @Test(arguments: sessionWords, SessionSort.allCases)
  func `sessions are found in indexes alone`(_ text: String, _ sort: SessionSort) throws {
    let now = database.clock.now
    for descending in [true, false] {
      let query = SessionQuery(filter: try SessionFilter(text: text), sort: sort, descending: descending)
      var page: [Session] = []
      let plan = try connection.plan {
        page = try store.sessions(query, from: nil, .after, limit: 20, at: now)
        if let last = page.last {
          _ = try store.sessions(query, from: query.position(of: last), .after, limit: 20, at: now)
        }
        _ = try store.countSessions(.matching(query.filter), at: now)
      }
      let rows = Self.steps(of: plan)
      #expect(!rows.isEmpty)
      // The rows themselves are in the order of their ids, and of the simulated ones there are few.
      let isPlain = { (step: String) in
        ["COVERING INDEX", "INDEX sessions_simulated", "USING PRIMARY KEY"].contains { step.contains($0) }
          || (sort == .started && step == "SCAN s")
      }
      #expect(rows.allSatisfy(isPlain), "\(text): \(Set(rows))")
      let isMuch = try store.countSessions(.matching(query.filter), upTo: 20_000, at: now).isCapped
      if isMuch { #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(text): \(Set(plan))") }
    }
  }

  /// How sessions are met, but for what is handed on from an index's start.
  private static func steps(of plan: [String]) -> [String] {
    var steps: [String] = []
    /// Steps until the handing on; nil while there is none.
    var left: Int?
    for step in plan where step.split(separator: " ").dropFirst().first == "s" {
      if step == "CO-ROUTINE s" {
        left = 1
      } else if left == 0 {
        left = nil
      } else {
        left = left.map { $0 - 1 }
        steps.append(step)
      }
    }
    return steps
  }

  private static let userWords = [
    "", "ser", "ser23", "zzz", "user:user", "user:user23", "user:zzz", "state:locked", "state:active", "-state:active",
    "last<1h", "last>90d", "last:never", "-last:never", "created<1h", "created>90d", "scheme:bcrypt",
    "user:user23|last:never",
  ]

  @Test(arguments: userWords, UserSort.allCases)
  func `users are sorted only where few are found`(_ text: String, _ sort: UserSort) throws {
    let now = database.clock.now
    for descending in [true, false] {
      let query = UserQuery(filter: try UserFilter(text: text), sort: sort, descending: descending)
      let plan = try connection.plan {
        let page = try store.users(query, from: nil, .after, limit: 20, at: now)
        if let last = page.last {
          _ = try store.users(query, from: query.position(of: last.user), .after, limit: 20, at: now)
        }
        _ = try store.countUsers(query.filter, at: now)
      }
      #expect(!plan.contains("SCAN u"), "\(text): \(Set(plan))")
      if try store.countUsers(query.filter, upTo: 20_000, at: now).isCapped {
        #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(text): \(Set(plan))")
      }
    }
  }
}
