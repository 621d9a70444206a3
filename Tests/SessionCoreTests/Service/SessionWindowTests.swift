import SessionCore
import Support
import Testing

@Suite struct SessionWindowTests {
  private let database: TestDatabase
  private let query = SessionQuery()
  private let tokens: [Token]

  /// Nine sessions a second apart: the last one is the first row.
  init() throws {
    database = try TestDatabase()
    let users = (1...9).map { "user\($0)" }
    var tokens: [Token] = []
    for user in users {
      try database.addUser(user)
      tokens.append(try database.logIn(user).token)
      database.clock.advance(.seconds(1))
    }
    self.tokens = tokens
  }

  private func window(
    _ anchor: WindowAnchor<SessionPosition>, cursor: SessionID? = nil, reach: Int = 2, _ query: SessionQuery? = nil
  ) throws -> Window<Session> {
    try database.service.sessionWindow(query ?? self.query, at: anchor, cursor: cursor, reach: reach).window
  }

  private func numbers(_ window: Window<Session>) -> [Int] {
    window.rows.compactMap { Int($0.owner.login.dropFirst(4)) }
  }

  private func position(_ number: Int) throws -> SessionPosition {
    query.position(of: try #require(try database.store.session(id: tokens[number - 1].id)))
  }

  @Test func `from the start and from the end`() throws {
    let start = try window(.start)
    #expect(numbers(start) == [9, 8, 7, 6])
    #expect(start.anchor == 0 && start.reachesStart && !start.reachesEnd)
    let end = try window(.end)
    #expect(numbers(end) == [4, 3, 2, 1])
    #expect(end.anchor == 3 && !end.reachesStart && end.reachesEnd)
    let all = try window(.start, reach: 50)
    #expect(all.rows.count == 9 && all.reachesStart && all.reachesEnd)
  }

  @Test func `around a row, with its neighbours`() throws {
    let middle = try window(.around(position(5)), cursor: tokens[4].id)
    #expect(numbers(middle) == [7, 6, 5, 4, 3])
    #expect(middle.anchor == 2 && middle.isAnchorThere && !middle.reachesStart && !middle.reachesEnd)
    let top = try window(.around(position(9)), cursor: tokens[8].id)
    #expect(numbers(top) == [9, 8, 7])
    #expect(top.anchor == 0 && top.reachesStart)
    let bottom = try window(.around(position(1)), cursor: tokens[0].id)
    #expect(numbers(bottom) == [3, 2, 1])
    #expect(bottom.anchor == 2 && bottom.reachesEnd)
  }

  @Test func `the window follows its row when the row has moved`() throws {
    let old = try position(3)
    database.clock.advance(.minutes(5))
    _ = try database.service.check(tokens[2])
    let moved = try window(.around(old), cursor: tokens[2].id)
    #expect(numbers(moved) == [3, 9, 8])
    #expect(moved.anchor == 0 && moved.isAnchorThere && moved.reachesStart)
  }

  @Test func `a row that ended is reported as not there, its place kept`() throws {
    let old = try position(5)
    try database.service.end(.one(tokens[4].id), by: TestDatabase.operator, reason: "")
    let gone = try window(.around(old), cursor: tokens[4].id)
    #expect(numbers(gone) == [7, 6, 4, 3])
    #expect(gone.anchor == 2 && !gone.isAnchorThere)
  }

  @Test func `a row that the filter leaves out is not there either`() throws {
    let filtered = SessionQuery(filter: try SessionFilter(text: "user1"))
    let gone = try window(.around(position(5)), cursor: tokens[4].id, filtered)
    #expect(numbers(gone) == [1])
    #expect(!gone.isAnchorThere && gone.anchor == 0)
  }

  @Test func `a row that is asked for if it is there is in the middle, and else the list begins`() throws {
    let there = try window(.at(position(5)), cursor: tokens[4].id)
    #expect(numbers(there) == [7, 6, 5, 4, 3] && there.current?.id == tokens[4].id)
    let filtered = SessionQuery(filter: try SessionFilter(text: "-user:user5"))
    let gone = try window(.at(position(5)), cursor: tokens[4].id, filtered)
    #expect(numbers(gone) == [9, 8, 7, 6] && gone.anchor == 0 && gone.reachesStart)
  }

  @Test func `the rows come before they are counted, and are the same`() throws {
    var first: Window<Session>?
    let answer = try database.service.sessionWindow(query, at: .start, cursor: nil, reach: 2) { window, time in
      #expect(time == database.clock.now)
      first = window
    }
    #expect(first == answer.window && answer.matching.value == 9)
  }

  @Test func `a list without rows has an empty window`() throws {
    for token in tokens { try database.service.logOut(token) }
    for anchor in [WindowAnchor<SessionPosition>.start, .end] {
      let empty = try window(anchor)
      #expect(empty.rows.isEmpty && empty.anchor == 0 && !empty.isAnchorThere && empty.reachesStart && empty.reachesEnd)
    }
  }

  @Test func `the counts are of the same moment as the rows`() throws {
    try database.service.lock(database.service.user(login: "user1").id, by: TestDatabase.operator, reason: "")
    database.clock.advance(.minutes(26))
    let filter = SessionQuery(filter: try SessionFilter(text: "user2"))
    let answer = try database.service.sessionWindow(filter, at: .start, cursor: nil, reach: 5)
    #expect(answer.matching.value == 1)
    #expect(answer.totals.live.value == 8 && answer.totals.ending.value == 8 && answer.totals.locked.value == 1)
    #expect(answer.at == database.clock.now)
  }
}
