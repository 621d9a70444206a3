import SessionCore
import SessionStore
import Support
import Testing

/// The same for the audit log.
@Suite struct AuditFilterPropertyTests {
  private static let names = ["lin", "mei", "Ali", "root", "a%_"]

  @Test(arguments: TestEngine.allCases, 1...3 as ClosedRange<UInt64>)
  func `Swift and SQL select the same entries, page by page both ways`(_ engine: TestEngine, _ seed: UInt64) throws {
    let database = try TestDatabase(engine)
    let store = database.store
    var random = SplitMix(state: seed)
    let users = try ["Ali", "小明", "bob"].map { login in
      let id = try store.addUser(login: Login(login), createdAt: database.clock.now)
      return try #require(try store.user(id: id))
    }
    for _ in 0..<80 {
      database.clock.advance(.seconds(1))
      _ = try store.append(Self.record(users, database.clock.now, &random))
    }
    let now = database.clock.now
    let all = try store.audit(AuditQuery(), from: nil, .after, limit: 1000, at: now)
    #expect(all.map(\.entry.number) == all.map(\.entry.number).sorted(by: >) && all.count >= 80)
    for _ in 0..<100 {
      let filter = AuditFilter(
        clauses: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            AuditFilter.Literal(Self.term(all, &random), isNegated: Bool.random(using: &random))
          }
        })
      let expected = all.filter { listing in
        filter.selects(listing, key: users.first { $0.id == listing.entry.record.user }?.login.key, at: now)
      }
      #expect(try store.countAudit(filter, at: now).value == expected.count, "\(filter)")
      for (descending, rows) in [(true, expected), (false, expected.reversed())] {
        let query = AuditQuery(filter: filter, descending: descending)
        for direction in [PageDirection.after, .before] {
          #expect(try Self.pages(of: query, direction, store, at: now) == rows, "\(filter)")
        }
      }
    }
  }

  private static func record(_ users: [User], _ now: Timestamp, _ random: inout SplitMix) -> AuditRecord {
    let isOperator = Bool.random(using: &random)
    return AuditRecord(
      at: now,
      actor: Actor(
        name: names.randomElement(using: &random) ?? "", terminal: isOperator ? "pts/3" : "",
        address: isOperator ? "198.51.100.4" : "203.0.113.7"),
      action: AuditRecord.Action.allCases.randomElement(using: &random) ?? .login,
      user: Bool.random(using: &random) ? users.randomElement(using: &random)?.id : nil,
      session: Bool.random(using: &random) ? SessionID(time: now, random: .system) : nil,
      reason: ["", "Suspicious RANGE", "可疑"].randomElement(using: &random) ?? "")
  }

  /// All that match, seven at a time.
  private static func pages(
    of query: AuditQuery, _ direction: PageDirection, _ store: any Store, at now: Timestamp
  ) throws -> [AuditListing] {
    var found: [AuditListing] = []
    var from: Int64?
    while true {
      let page = try store.audit(query, from: from, direction, limit: 7, at: now)
      found = direction == .after ? found + page : page + found
      guard page.count == 7, let edge = direction == .after ? page.last : page.first else { return found }
      from = edge.entry.number
    }
  }

  private static func term(_ all: [AuditListing], _ random: inout SplitMix) -> AuditTerm {
    let one = all.randomElement(using: &random)?.entry
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .mentions(["l", "ali", "明", "%"].randomElement(using: &random) ?? "l")
    case 1: return .by(["l", "A", "root", "mei"].randomElement(using: &random) ?? "l")
    case 2: return .terminal(["pts", "tty"].randomElement(using: &random) ?? "pts")
    case 3: return .from(["198.51.", "203.0.113.7"].randomElement(using: &random) ?? "2")
    case 4: return .act(one?.record.action ?? .login)
    case 5: return .loginPrefix(["a", "小", "bo"].randomElement(using: &random) ?? "a")
    case 6: return .user(one?.record.user ?? User.ID(rawValue: 1))
    case 7: return one?.record.session.map { .session($0) } ?? .number(1)
    case 8: return .reason(["range", "疑", "x"].randomElement(using: &random) ?? "x")
    case 9: return .at(.age(Bool.random(using: &random) ? .below(.seconds(30)) : .above(.seconds(30))))
    case 10:
      let moment = one?.record.at ?? .distantPast
      return .at(Bool.random(using: &random) ? .since(moment) : .until(moment))
    default: return .number(one?.number ?? 1)
    }
  }
}
