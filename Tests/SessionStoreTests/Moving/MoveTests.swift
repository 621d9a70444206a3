import SessionCore
import Support
import Testing

@testable import SessionStore

@Suite struct MoveTests {
  @Test(arguments: Route.allCases) func `everything is there afterwards, under the same ids`(_ route: Route) throws {
    let bench = try MoveBench(route)
    try bench.fill()
    let before = try bench.database.logIn("alice")
    let ended = try bench.database.logIn("alice")
    try bench.database.service.logOut(ended.token)
    let (copied, found) = try bench.run()
    let report = try #require(found)
    #expect(report.isEqual && report.rows > 100)
    // What the move itself wrote in between was put right later: a number, an entry of the log.
    #expect(copied <= report.rows && copied > report.rows - 5)
    let service = try bench.serviceAfter()
    #expect(try service.check(before.token)?.id == before.session.id)
    #expect(try service.check(ended.token) == nil)
    #expect(try service.verifyAudit().fault == nil)
    // It goes on there.
    let (token, _) = try service.logIn(
      login: "王小明", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: "new\u{0}"))
    #expect(try service.check(token) != nil)
    #expect(try service.logOut(before.token))
    _ = try service.addUser(
      try Login("later"), password: try Password(TestDatabase.password), by: TestDatabase.operator)
    #expect(try service.verifyAudit().fault == nil)
    // And not here.
    #expect(throws: StoreError.self) { try bench.database.anotherService().check(before.token) }
    #expect { try bench.database.anotherStore().settings() } throws: { ($0 as? StoreError)?.kind == .moved }
  }

  @Test(arguments: Route.allCases) func `what happens during the copy is not lost`(_ route: Route) throws {
    let bench = try MoveBench(route)
    try bench.fill(users: 700)
    let other = try bench.database.anotherService()
    var tokens: [Token] = []
    var ended: [Token] = []
    var batch = 0
    try bench.run { _ in
      batch += 1
      // A hundred batches of nothing else: logins, ends, removals, new accounts that take an old one's name.
      guard try Move.isOpen(bench), batch % 2 == 0 else { return }
      bench.database.clock.advance(.seconds(1))
      let name = MoveBench.names[batch % MoveBench.names.count]
      let (token, _) = try other.logIn(
        login: name, password: TestDatabase.password,
        from: LoginSource(address: IPAddress(text: "198.51.100.\(batch % 250)"), userAgent: "agent \(batch)"))
      tokens.append(token)
      if tokens.count > 2, let first = tokens.first {
        #expect(try other.logOut(first))
        ended.append(tokens.removeFirst())
      }
      if batch % 6 == 0 {
        let login = try Login("many\(batch)")
        let old = try #require(try other.store.user(key: login.key))
        _ = try other.remove(old, by: TestDatabase.operator, reason: "")
        _ = try other.addUser(login, password: try Password(TestDatabase.password), by: TestDatabase.operator)
      }
    }
    #expect(tokens.count == 2 && ended.count > 5)
    let service = try bench.serviceAfter()
    for token in tokens { #expect(try service.check(token) != nil) }
    for token in ended { #expect(try service.check(token) == nil) }
    #expect(try service.verifyAudit().fault == nil)
    let report = try MoveBench.compare(
      bench.database.anotherConnection(), bench.target.anotherConnection())
    #expect(report.changed == 0 && report.isEqual)
  }

  @Test(arguments: [Route.sqliteToSQLite, .sqliteToMariaDB])
  func `broken off anywhere it goes on, and copies no row twice`(_ route: Route) throws {
    struct Broken: Error {}
    let bench = try MoveBench(route)
    try bench.fill(users: 1600)
    let rows = try bench.move().countRows()
    var runs = 0
    var copied = 0
    // Each run gets two batches further than the one before.
    while true {
      var batches = 0
      runs += 1
      do {
        let move = try bench.move()
        if try move.look() == .new { try move.begin(as: 1) }
        _ = try move.copy { count in
          batches += 1
          copied += count
          if batches == 2 { throw Broken() }
        }
        break
      } catch is Broken {}
    }
    #expect(runs > 4)
    let report = try MoveBench.compare(bench.database.anotherConnection(), bench.target.anotherConnection())
    // What setting the target up had left was not copied, but mended.
    #expect(report.rows == rows && report.changed <= 3 && copied <= rows && copied >= rows - 3)
  }

  @Test(arguments: Route.allCases) func `back again it is what it was`(_ route: Route) throws {
    let bench = try MoveBench(route)
    try bench.fill()
    let (token, _) = try bench.database.logIn("alice")
    let there = try #require(try bench.run().found)
    let onwards = try MoveBench(route.back, from: bench.target)
    let move = try onwards.move()
    try move.begin(as: 7)
    _ = try move.copy { _ in }
    let back = try move.compare { _ in }
    #expect(back.isEqual)
    #expect(back.tables.map(\.sourceSum) == there.tables.map(\.sourceSum))
    #expect(back.sum == there.sum)
    try move.close(at: bench.database.clock.now) {}
    try move.noteEqual(try move.compare { _ in })
    try move.retireSource(at: bench.database.clock.now)
    try move.openTarget {}
    let service = SessionService(
      store: try onwards.target.anotherStore(), keys: KeyRing(bench.database.key), clock: bench.database.clock.clock,
      hasher: .cheap)
    #expect(try service.check(token) != nil)
  }
}

extension Move {
  /// Whether a bench's source still takes changes.
  fileprivate static func isOpen(_ bench: MoveBench) throws -> Bool {
    try !Move.isClosed(bench.database.anotherConnection())
  }
}
