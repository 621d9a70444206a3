import SessionCore
import SessionStore
import Support
import Testing

/// The rule over a session's life exists in Swift and in SQL. Here they meet, over random rows and moments.
@Suite struct LivenessPropertyTests {
  @Test(arguments: TestEngine.allCases, [1, 2, 3] as [UInt64])
  func `Swift and SQL agree on what is live, and in which state`(_ engine: TestEngine, seed: UInt64) throws {
    let database = try TestDatabase(engine)
    var random = SplitMix(state: seed)
    let store = database.store
    let start = database.clock.now
    for name in ["a", "b", "c", "d"] { try database.addUser(name) }
    var ids: [SessionID] = []
    for _ in 0..<150 {
      let user = User.ID(rawValue: Int64.random(in: 1...4, using: &random))
      func moment() -> Timestamp { start + .seconds(Int64.random(in: -1800...1800, using: &random)) }
      let token = Token(time: moment(), random: .system)
      let expires = moment()
      try store.addSession(
        Session(
          id: token.id, userID: user, owner: Session.Owner(login: "", state: .active, notBefore: .distantPast),
          proof: Proof(bytes: [1]), createdAt: start, authenticatedAt: moment(), lastSeenAt: moment(),
          absoluteExpiresAt: expires + .seconds(Int64.random(in: 0...900, using: &random)), expiresAt: expires,
          kind: SessionKind.allCases.randomElement(using: &random) ?? .browser, address: nil, userAgent: "",
          createdBy: ""))
      ids.append(token.id)
    }
    _ = try store.setState(.locked, of: User.ID(rawValue: 2))
    for _ in 0..<40 {
      // Exactly on a limit is where mistakes live.
      let id = try #require(ids.randomElement(using: &random))
      let edge = try #require(try store.session(id: id))
      let now = Bool.random(using: &random) ? edge.expiresAt : edge.lastSeenAt + SessionState.idleAfter
      let live = try ids.compactMap { try store.session(id: $0) }.filter { $0.isLive(at: now) }
      for state in SessionState.allCases {
        let filter = SessionFilter(terms: [.state(state)])
        let expected = Set(live.filter { state == .live || $0.state(at: now) == state }.map(\.id))
        let found = try store.sessions(SessionQuery(filter: filter), from: nil, .after, limit: 1000, at: now)
        #expect(Set(found.map(\.id)) == expected, "\(state) at \(now.rfc3339)")
        #expect(try store.countSessions(.matching(filter), at: now).value == expected.count)
      }
    }
  }
}
