import SessionCore
import Support
import Testing

@testable import rollcall

/// Made-up populations: what they are made of, and that the core takes them for real ones.
@Suite struct PopulationTests {
  @Test func `every live session's token authenticates its user, and counts agree`() throws {
    let database = try TestDatabase()
    let made = try database.populate(users: 200, sessions: 700, seed: 7)
    #expect(made.tokens.count == 700 && made.result.sessions == 700)
    for (login, token) in made.tokens {
      #expect(try database.service.check(token)?.owner.login == login)
    }
    let now = database.clock.now
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: now).value == 700)
    #expect(try database.store.countUsers(UserFilter(), at: now).value == 200)
    let users = try database.store.users(UserFilter(), from: nil, .after, limit: 500, at: now)
    #expect(users.map(\.liveSessions).reduce(0, +) == 700)
    #expect(users.filter { $0.user.state == .locked }.count == made.result.locked && made.result.locked == 4)
    #expect(users.allSatisfy { $0.liveSessions <= SessionPolicy.standard.maximumSessions })
    #expect((users.map(\.liveSessions).max() ?? 0) > 10)
    #expect(try database.service.verifyAudit().fault == nil)
  }

  @Test func `sessions keep to the policy, and the ended ones have ended`() throws {
    let database = try TestDatabase()
    let made = try database.populate(users: 100, sessions: 2000, seed: 3)
    let now = database.clock.now
    for (_, token) in made.tokens {
      let session = try #require(try database.store.session(id: token.id))
      let limits = SessionPolicy.standard[session.kind]
      #expect(session.createdAt <= session.lastSeenAt && session.lastSeenAt <= now)
      #expect(session.absoluteExpiresAt == session.createdAt + limits.absolute)
      #expect(session.expiresAt == min(session.absoluteExpiresAt, session.lastSeenAt + limits.idle))
      #expect(session.expiresAt > now + .minutes(2))
      #expect((session.kind == .simulated) == !session.createdBy.isEmpty)
    }
    // None of the ended ones was left behind among the live: nothing is there to be swept.
    let swept = try database.service.sweep(by: TestDatabase.operator)
    #expect(swept.moved == 0 && made.result.ended == 102)
    var kinds: [SessionKind: Int] = [:]
    for (_, token) in made.tokens {
      if let session = try database.store.session(id: token.id) { kinds[session.kind, default: 0] += 1 }
    }
    #expect(kinds.count == SessionKind.allCases.count)
  }

  @Test func `a seed makes the same logins each time, another makes others`() throws {
    func logins(_ seed: UInt64) throws -> [String] {
      var maker = LoginMaker(seed: seed)
      return try (0..<3000).map { _ in try maker.next().text }
    }
    let first = try logins(1)
    #expect(try logins(1) == first)
    #expect(try logins(2) != first)
    #expect(Set(first.compactMap { Login.key(for: $0) }).count == 3000)
    for range in ["a"..."z", "一"..."龥", "а"..."я", "ا"..."ي"] as [ClosedRange<Unicode.Scalar>] {
      #expect(first.contains { $0.unicodeScalars.contains { range.contains($0) } })
    }
  }

  @Test func `names that are taken are passed over`() throws {
    var maker = LoginMaker(seed: 1)
    let taken = Set(try (0..<50).map { _ in try maker.next().key })
    var other = LoginMaker(seed: 1) { taken.contains($0.key) }
    let logins = try (0..<50).map { _ in try other.next().key }
    #expect(taken.isDisjoint(with: logins))
  }

  @Test func `the shared password logs in; without one nothing does`() throws {
    let database = try TestDatabase()
    let made = try database.populate(users: 20, sessions: 20, seed: 5, password: TestDatabase.password)
    let login = try #require(made.tokens.first).login
    _ = try database.logIn(login)
    let closed = try TestDatabase()
    let none = try closed.populate(users: 20, sessions: 20, seed: 5)
    #expect(none.tokens.map(\.login) == made.tokens.map(\.login))
    #expect(throws: LoginRefused.self) { try closed.logIn(login) }
  }

  @Test func `shares are exact, and nobody has more than they may`() {
    var random = SeededRandom(seed: 1, stream: 1)
    for (people, sessions, maximum) in [(10, 1000, 100), (1, 7, 100), (1000, 3, 1), (50, 0, 100), (100, 3333, 40)] {
      let counts = SessionShares.divide(
        sessions, among: [Bool](repeating: true, count: people), maximum: maximum, &random)
      #expect(counts.reduce(0, +) == sessions)
      #expect(counts.allSatisfy { $0 <= maximum })
    }
  }

  @Test func `the bar says how much is done and how long the rest takes`() {
    #expect(ProgressBar.line(50, of: 100, after: 10_000).english == "[============            ] 50 %, 10s left")
    #expect(ProgressBar.line(1, of: 100, after: 2000).chinese.hasSuffix("1 %，剩余 3m 18s"))
    #expect(ProgressBar.line(0, of: 0, after: 0).english.hasSuffix("100 %"))
  }

  @Test func `what an act would do is counted to the end, though lists are not`() throws {
    let database = try TestDatabase()
    _ = try database.populate(users: 1000, sessions: CappedCount.cap + 7, seed: 3)
    let (service, now) = (database.service, database.clock.now)
    let listed = try database.store.countSessions(.matching(SessionFilter()), at: now)
    #expect(listed.isCapped && listed.value == CappedCount.cap)
    let own = OwnMark(TestDatabase.operator)
    let sessions = try service.preview(SessionTargets.matching(SessionFilter(), asOf: nil), own: own)
    #expect(sessions.count == CappedCount(exactly: CappedCount.cap + 7))
    let users = try service.preview(UserTargets.matching(UserFilter()), own: own)
    #expect(users.count == sessions.count && users.users == CappedCount(exactly: 1000))
  }
}
