import SessionCore
import SessionStore
import Support
import Testing

/// The same for attempts to log in.
@Suite struct AttemptFilterPropertyTests {
  private static let logins = ["Ali", "小明", "bob", "a%_"]
  private static let addresses = ["203.0.113.7", "203.0.113.200", "192.0.2.1", "2001:db8::7", nil]

  @Test(arguments: TestEngine.allCases, 1...3 as ClosedRange<UInt64>)
  func `Swift and SQL select the same attempts, page by page both ways`(_ engine: TestEngine, _ seed: UInt64) throws {
    let database = try TestDatabase(engine)
    let store = database.store
    var random = SplitMix(state: seed)
    let users = try Self.logins.map { login in
      let id = try store.addUser(login: Login(login), createdAt: database.clock.now)
      return try #require(try store.user(id: id))
    }
    for _ in 0..<80 {
      database.clock.advance(.seconds(1))
      let user = Bool.random(using: &random) ? users.randomElement(using: &random) : nil
      try store.addAttempt(
        Attempt(
          at: database.clock.now, login: user?.login.text ?? "x…", userID: user?.id,
          address: Self.addresses.randomElement(using: &random)?.flatMap { IPAddress(text: $0) },
          userAgent: ["Firefox/140.0", "curl/8.14.1", ""].randomElement(using: &random) ?? "",
          outcome: Attempt.Outcome.allCases.randomElement(using: &random) ?? .loggedIn,
          simulatedBy: ["", "", "lin on pts/3", "li", "ann"].randomElement(using: &random) ?? ""))
    }
    let all = try store.attempts(AttemptFilter(), before: nil, limit: 1000)
    #expect(all.count == 80 && all.map(\.number) == all.map(\.number).sorted(by: >))
    for _ in 0..<100 {
      let filter = AttemptFilter(
        clauses: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            AttemptFilter.Literal(Self.term(all, &random), isNegated: Bool.random(using: &random))
          }
        })
      let expected = all.filter { entry in
        filter.selects(
          entry, key: users.first { $0.id == entry.attempt.userID }?.login.key, at: database.clock.now)
      }
      #expect(try store.countAttempts(filter, at: database.clock.now).value == expected.count, "\(filter)")
      for direction in [PageDirection.after, .before] {
        let now = database.clock.now
        #expect(try Self.pages(of: AttemptQuery(filter: filter), direction, store, at: now) == expected, "\(filter)")
        let oldestFirst = AttemptQuery(filter: filter, descending: false)
        #expect(try Self.pages(of: oldestFirst, direction, store, at: now) == expected.reversed(), "\(filter)")
      }
    }
  }

  /// All that match, seven at a time.
  private static func pages(
    of query: AttemptQuery, _ direction: PageDirection, _ store: any Store, at now: Timestamp
  ) throws -> [AttemptEntry] {
    var found: [AttemptEntry] = []
    var from: Int64?
    while true {
      let page = try store.attempts(query, from: from, direction, limit: 7, at: now)
      found = direction == .after ? found + page : page + found
      guard page.count == 7, let edge = direction == .after ? page.last : page.first else { return found }
      from = edge.number
    }
  }

  private static func term(_ all: [AttemptEntry], _ random: inout SplitMix) -> AttemptTerm {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .loginPrefix(["a", "小", "bo", "ali"].randomElement(using: &random) ?? "a")
    case 1: return .loginContains(["b", "明", "%", "_"].randomElement(using: &random) ?? "b")
    case 2: return .user(all.compactMap(\.attempt.userID).randomElement(using: &random) ?? User.ID(rawValue: 1))
    case 3:
      let text = ["203.0.113.0/24", "192.0.2.1", "2001:db8::/32"].randomElement(using: &random)
      return text.flatMap { Network(text: $0) }.map { .from($0) } ?? .outcome(.loggedIn)
    case 4: return .client(["fire", "curl"].randomElement(using: &random) ?? "curl")
    case 5: return .outcome(Attempt.Outcome.allCases.randomElement(using: &random) ?? .loggedIn)
    case 6: return .at(.age(Bool.random(using: &random) ? .below(.seconds(30)) : .above(.seconds(30))))
    case 7:
      let moment = all.randomElement(using: &random)?.attempt.at ?? .distantPast
      return .at(Bool.random(using: &random) ? .since(moment) : .until(moment))
    case 8: return .app(["Firefox", "curl", nil].randomElement(using: &random) ?? nil)
    case 9: return .system(["Linux", nil].randomElement(using: &random) ?? nil)
    case 10: return .simulated
    default: return .number(all.randomElement(using: &random)?.number ?? 1)
    }
  }
}
