import SessionCore
import SessionStore
import Support
import Testing

/// The same for users.
@Suite struct UserFilterPropertyTests {
  private static let hashes = [
    "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
    "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
  ]
  private static let credentials = hashes.map {
    Credential(hash: $0, changedAt: Timestamp(milliseconds: 0), source: .imported)
  }

  @Test(arguments: TestEngine.allCases, 1...4 as ClosedRange<UInt64>)
  func `Swift and SQL select the same users`(_ engine: TestEngine, _ seed: UInt64) throws {
    let database = try TestDatabase(engine)
    let store = database.store
    var random = SplitMix(state: seed)
    let now = database.clock.now
    #expect(Set(Self.credentials.map(\.scheme)).count == 3)
    func past() -> Timestamp { now - .days(Int64.random(in: 0...10, using: &random)) }
    let users = try (0..<60).map { number in
      let id = try store.addUser(login: Login("\(["Ali", "小", "bob", "a%_"][number % 4])\(number)"), createdAt: past())
      if Bool.random(using: &random) { _ = try store.setState(.locked, of: id) }
      if Bool.random(using: &random) { try store.noteLogin(of: id, at: past(), from: nil) }
      let isNone = Int.random(in: 0...3, using: &random) == 0
      let credential = isNone ? nil : Self.credentials.randomElement(using: &random)
      if let credential { try store.setCredential(credential, of: id) }
      return (user: try #require(try store.user(id: id)), scheme: credential?.scheme)
    }
    for _ in 0..<150 {
      let filter = UserFilter(
        clauses: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            UserFilter.Literal(
              Self.term(about: users.randomElement(using: &random)?.user ?? users[0].user, &random),
              isNegated: Bool.random(using: &random))
          }
        })
      let expected = Set(users.filter { filter.selects($0.user, scheme: $0.scheme, at: now) }.map(\.user.id))
      let found = try store.users(filter, from: nil, .after, limit: 1000, at: now)
      #expect(Set(found.map(\.user.id)) == expected, "\(filter)")
      #expect(try store.countUsers(filter, at: now).value == expected.count, "\(filter)")
    }
  }

  private static func term(about user: User, _ random: inout SplitMix) -> UserTerm {
    func test() -> LengthTest {
      let length = Interval.days(Int64.random(in: 1...11, using: &random))
      return Bool.random(using: &random) ? .below(length) : .above(length)
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .loginPrefix(String(user.login.key.prefix(2)))
    case 1: return .loginContains(String(user.login.key.suffix(1)))
    case 2: return .state(user.state)
    case 3: return .lastLogin(test())
    case 4: return .neverLoggedIn
    case 5: return .created(test())
    case 6: return .scheme(credentials.randomElement(using: &random)?.scheme ?? "bcrypt")
    default: return .key(user.login.key)
    }
  }
}
