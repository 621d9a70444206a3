import SessionCore
import SessionStore
import Support
import Testing

/// What a filter means exists in Swift and in SQL. Here they meet, over random sessions and filters.
@Suite struct SessionFilterPropertyTests {
  private static let logins = ["ali", "alice", "Alibaba", "王小明", "小", "bob", "o'hara", "100%_x"]
  private static let agents = ["Mozilla/5.0 Firefox/140.0", "curl/8", "FIREFOX", "É \"quoted\" 100%", ""]
  private static let makers = ["", "lin on pts/3", "linus on pts/1", "Lin", "on"]
  private static let addresses = [
    nil, "203.0.113.0", "203.0.113.7", "203.0.113.128", "203.0.113.255", "203.0.112.255", "203.0.114.0", "::1",
    "2001:db8::", "2001:db8:0:ffff:ffff:ffff:ffff:ffff", "2001:db8:1::", "255.255.255.255", "0.0.0.0",
    "::fffe:ffff:ffff",
  ]

  @Test(arguments: TestEngine.allCases, 1...4 as ClosedRange<UInt64>)
  func `Swift and SQL select the same sessions`(_ engine: TestEngine, _ seed: UInt64) throws {
    let database = try TestDatabase(engine)
    var random = SplitMix(state: seed)
    let now = database.clock.now
    let users = try Self.logins.map { try database.store.addUser(login: Login($0), createdAt: now) }
    // Enough for both of the store's ways: along the list's order, and through what few sessions match.
    let sessions = try database.store.transaction(.full) {
      try (0..<900).map { _ in
        let session = Self.session(of: users, at: now, &random)
        try database.store.addSession(session)
        return try #require(try database.store.session(id: session.id))
      }
    }
    for _ in 0..<80 {
      let filter = Self.filter(about: sessions, at: now, &random)
      let expected = Set(sessions.filter { filter.selects($0, at: now) }.map(\.id))
      let sort = SessionSort.allCases.randomElement(using: &random) ?? .lastSeen
      let query = SessionQuery(filter: filter, sort: sort, descending: Bool.random(using: &random))
      let first = try database.store.sessions(query, from: nil, .after, limit: 40, at: now)
      let rest = try first.last.map {
        try database.store.sessions(query, from: query.position(of: $0), .after, limit: 1000, at: now)
      }
      let found = first + (rest ?? [])
      #expect(found.count == expected.count && Set(found.map(\.id)) == expected, "\(filter)")
      let places = found.map { ($0.id, query.position(of: $0).time) }
      #expect(
        zip(places, places.dropFirst()).allSatisfy { query.descending == (($0.1, $0.0) > ($1.1, $1.0)) }, "\(query)")
      #expect(try database.store.countSessions(.matching(filter), at: now).value == expected.count, "\(filter)")
      #expect(try Self.walk(filter, in: database.store, at: now) == expected.sorted(), "\(filter)")
      let some = sessions.prefix(100).map(\.id)
      let among = try database.store.sessions(.among(some, filter, asOf: now), after: nil, limit: 1000, at: now)
      #expect(among.map(\.id) == expected.intersection(some).sorted(), "\(filter)")
    }
  }

  /// What an act meets, stretch by stretch.
  private static func walk(_ filter: SessionFilter, in store: any Store, at now: Timestamp) throws -> [SessionID] {
    var (all, last): ([SessionID], SessionID?) = ([], nil)
    repeat {
      let stretch = try store.stretch(of: filter, asOf: now, after: last, limit: 40, at: now)
      all += stretch.ids
      last = stretch.end
    } while last != nil
    return all
  }

  @Test(arguments: TestEngine.allCases) func `what is listed is what ends`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    for address in ["203.0.113.7", "203.0.113.200", "198.51.100.1", "2001:db8::7"] {
      try database.logIn("alice", from: address)
    }
    let filter = try SessionFilter(text: "from:203.0.113.0/24|from:2001:db8::/48 -from:203.0.113.200 client:CURL")
    let ended = try database.service.end(.matching(filter), by: TestDatabase.operator, reason: "")
    #expect(ended.ended.count == 2)
    let left = try database.store.sample(.matching(SessionFilter()), limit: 9, at: database.clock.now)
    #expect(Set(left.map { $0.address?.description }) == ["203.0.113.200", "198.51.100.1"])
  }

  /// A live session whose moments are whole minutes away, so that many are exactly at a filter's bound.
  private static func session(of users: [User.ID], at now: Timestamp, _ random: inout SplitMix) -> Session {
    func past() -> Timestamp { now - .minutes(Int64.random(in: 0...20, using: &random)) }
    // A simulated one may be as old as the policy allows.
    let made = Int.random(in: 0..<8, using: &random) == 0 ? now - .hours(23) : past()
    let end = now + .minutes(Int64.random(in: 1...20, using: &random))
    return Session(
      id: Token(time: made, random: .system).id, userID: users.randomElement(using: &random) ?? users[0],
      owner: Session.Owner(login: "", state: .active, notBefore: .distantPast), proof: Proof(bytes: [1]),
      createdAt: made, authenticatedAt: now, lastSeenAt: past(), absoluteExpiresAt: end + .hours(1), expiresAt: end,
      kind: SessionKind.allCases.randomElement(using: &random) ?? .browser,
      address: (addresses.randomElement(using: &random) ?? nil).flatMap(IPAddress.init(text:)),
      userAgent: agents.randomElement(using: &random) ?? "", createdBy: makers.randomElement(using: &random) ?? "")
  }

  private static func filter(about sessions: [Session], at now: Timestamp, _ random: inout SplitMix) -> SessionFilter {
    let clauses = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        SessionFilter.Literal(
          term(about: sessions.randomElement(using: &random) ?? sessions[0], at: now, &random),
          isNegated: Bool.random(using: &random))
      }
    }
    return SessionFilter(clauses: clauses)
  }

  /// The mark of an operator who may be the session's user or have simulated it, as they come by SSH or from here.
  private static func mark(about session: Session, _ random: inout SplitMix) -> OwnMark {
    let maker = (makers.randomElement(using: &random) ?? "").split(separator: " ")
    let names = [session.owner.login, maker.first.map(String.init) ?? ""]
    let actor = Actor(
      name: names.randomElement(using: &random) ?? "", terminal: maker.last.map(String.init) ?? "",
      address: Bool.random(using: &random) ? session.address?.description ?? "" : "")
    return OwnMark(actor, countsSimulated: Bool.random(using: &random))
  }

  private static func term(about session: Session, at now: Timestamp, _ random: inout SplitMix) -> SessionTerm {
    func test() -> LengthTest {
      let length = Interval.minutes(Int64.random(in: 1...21, using: &random))
      return Bool.random(using: &random) ? .below(length) : .above(length)
    }
    func part(_ text: String) -> String {
      let start = text.dropFirst(Int.random(in: 0...max(0, text.count - 1), using: &random))
      return String(start.prefix(Int.random(in: 1...4, using: &random)))
    }
    let key = Login.key(for: session.owner.login) ?? ""
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .loginPrefix(String(key.prefix(Int.random(in: 1...4, using: &random))))
    case 1: return .loginContains(part(key))
    case 2: return .state(SessionState.allCases.randomElement(using: &random) ?? .live)
    case 3: return .kind(session.kind)
    case 4:
      let address = session.address ?? IPAddress(bytes: [UInt8](repeating: 0, count: 16))
      let bits = [0, 1, 31, 48, 64, 96, 97, 119, 120, 121, 127, 128].randomElement(using: &random) ?? 128
      return address.flatMap { Network(of: $0, bits: bits) }.map { .from($0) } ?? .state(.live)
    case 5:
      return .client(["firefox", "fox", "curl/8", "É", "\"", "%", "_", "x"].randomElement(using: &random) ?? "")
    case 6: return .started(test())
    case 7: return .idle(test())
    case 8: return .ends(test())
    case 9: return .madeBy(["lin", "Lin", "lin on pts/3", "on", "l%"].randomElement(using: &random) ?? "")
    case 10: return .own(mark(about: session, &random))
    default: return .id(session.id)
    }
  }
}
