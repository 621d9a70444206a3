import SessionCore
import Support
import Testing

@Suite struct UserWindowTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    for name in ["alice", "Bob", "carol", "dave", "王小明"] { try database.addUser(name) }
  }

  private func window(_ anchor: WindowAnchor<String>, cursor: String? = nil, filter: String = "", reach: Int = 1) throws
    -> Window<UserListing>
  {
    let id = try cursor.map { try database.service.user(login: $0).id }
    return try database.service.userWindow(UserFilter(text: filter), at: anchor, cursor: id, reach: reach).window
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

  @Test func `each user has the number of live sessions`() throws {
    try database.logIn("alice")
    try database.logIn("alice")
    database.clock.advance(.minutes(31))
    try database.logIn("alice")
    #expect(try window(.start).rows.map(\.liveSessions) == [1, 0])
  }
}
