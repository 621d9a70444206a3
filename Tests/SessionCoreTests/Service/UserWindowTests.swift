import SessionCore
import Support
import Testing

@Suite struct UserWindowTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    for name in ["alice", "Bob", "carol", "dave", "王小明"] { try database.addUser(name) }
  }

  private func window(
    _ anchor: WindowAnchor<String>, cursor: String? = nil, filter: String = "", reach: Int = 1, sort: UserSort = .login,
    descending: Bool = false
  ) throws -> Window<UserListing> {
    let query = UserQuery(filter: try UserFilter(text: filter), sort: sort, descending: descending)
    let place: WindowAnchor<UserPosition> =
      switch anchor {
      case .start: .start
      case .end: .end
      case .around(let login): .around(query.position(of: try database.service.user(login: login)))
      case .at(let login): .at(query.position(of: try database.service.user(login: login)))
      }
    let id = try cursor.map { try database.service.user(login: $0).id }
    return try database.service.userWindow(query, at: place, cursor: id, reach: reach).window
  }

  private func names(_ window: Window<UserListing>) -> [String] { window.rows.map(\.user.login.text) }

  @Test func `by login, around a user and at both ends`() throws {
    #expect(try names(window(.start)) == ["alice", "Bob"])
    #expect(try names(window(.end)) == ["dave", "王小明"])
    let middle = try window(.around("carol"), cursor: "carol")
    #expect(names(middle) == ["Bob", "carol", "dave"])
    #expect(middle.anchor == 1 && middle.isAnchorThere)
  }

  @Test func `a user whom the filter leaves out is not there`() throws {
    let gone = try window(.around("carol"), cursor: "carol", filter: "state:locked")
    #expect(gone.rows.isEmpty && !gone.isAnchorThere)
  }

  @Test func `a user who is asked for if there is in the middle, and else the list begins`() throws {
    let there = try window(.at("carol"), cursor: "carol")
    #expect(names(there) == ["Bob", "carol", "dave"] && there.anchor == 1)
    let gone = try window(.at("carol"), cursor: "carol", filter: "-user:carol")
    #expect(names(gone) == ["alice", "Bob"] && gone.anchor == 0 && gone.reachesStart)
  }

  @Test func `each user has the number of live sessions`() throws {
    try database.logIn("alice")
    try database.logIn("alice")
    database.clock.advance(.minutes(31))
    try database.logIn("alice")
    #expect(try window(.start).rows.map(\.liveSessions) == [1, 0])
  }

  @Test func `by last login, those who never did come at the end that is before all others`() throws {
    for name in ["carol", "alice"] {
      database.clock.advance(.minutes(1))
      try database.logIn(name)
    }
    let newest = ["alice", "carol", "王小明", "dave", "Bob"]
    #expect(try names(window(.start, reach: 5, sort: .lastLogin, descending: true)) == newest)
    #expect(try names(window(.start, reach: 5, sort: .lastLogin)) == newest.reversed())
    for (index, name) in newest.enumerated() {
      let around = try window(.around(name), cursor: name, sort: .lastLogin, descending: true)
      #expect(names(around) == Array(newest[max(0, index - 1)..<min(5, index + 2)]), "\(name)")
    }
  }

  @Test func `by creation, both ways`() throws {
    let names = ["alice", "Bob", "carol", "dave", "王小明"]
    #expect(try self.names(window(.start, reach: 5, sort: .created)) == names)
    #expect(try self.names(window(.end, reach: 1, sort: .created, descending: true)) == ["Bob", "alice"])
  }

  @Test func `the window moves with a user who moves in the order`() throws {
    for name in ["Bob", "carol", "dave"] {
      database.clock.advance(.minutes(1))
      try database.logIn(name)
    }
    let query = UserQuery(sort: .lastLogin, descending: true)
    let bob = try database.service.user(login: "Bob")
    database.clock.advance(.minutes(1))
    try database.logIn("Bob")
    let window = try database.service.userWindow(query, at: .around(query.position(of: bob)), cursor: bob.id, reach: 1)
    #expect(names(window.window) == ["Bob", "dave"] && window.window.isAnchorThere)
  }
}
