import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct WritingTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase(.sqlite)
    try database.addUser("alice")
  }

  @Test func `opened for reading only, nothing is written`() throws {
    let store = try database.anotherStore(.readOnly)
    let found = failure { try store.transaction(.full) { _ = try store.setState(.locked, of: User.ID(rawValue: 1)) } }
    #expect(found?.kind == .readOnly)
    #expect(found?.description.contains("cannot be written") == true)
    #expect(try database.store.user(key: "alice")?.state == .active)
    #expect(try store.user(key: "alice") != nil)
  }

  @Test func `a full database says so, keeps what it had, and goes on when there is room`() throws {
    let connection = try SQLiteConnection(path: database.path)
    var pages: Int64 = 0
    try connection.query("PRAGMA page_count", []) { pages = $0.integer(0) }
    try connection.query("PRAGMA max_page_count = \(pages)", []) { _ in }
    let store = SQLStore(connection)
    let found = failure {
      try store.transaction(.full) {
        for index in 0..<2000 { _ = try store.addUser(login: Login("user\(index)"), createdAt: database.clock.now) }
      }
    }
    #expect(found?.kind == .full)
    #expect(found?.description.contains("free space") == true)
    #expect(try store.countUsers(UserFilter(), at: Clock.system.now()).value == 1)
    try connection.query("PRAGMA max_page_count = 1000000", []) { _ in }
    try store.transaction(.full) { _ = try store.addUser(login: Login("bob"), createdAt: database.clock.now) }
    #expect(try store.countUsers(UserFilter(), at: Clock.system.now()).value == 2)
  }

  /// Waits for the five seconds that the engine waits: the one test that does.
  @Test func `a database that stays locked is locked, and well again once it is let go`() throws {
    let holder = try SQLiteConnection(path: database.path)
    try holder.run("BEGIN IMMEDIATE", [])
    let store = try database.anotherStore()
    let found = failure { try store.transaction(.full) {} }
    #expect(found?.kind == .locked)
    #expect(found?.description.contains("fuser \(database.path)") == true)
    #expect(try store.user(key: "alice") != nil)
    try holder.run("ROLLBACK", [])
    try store.transaction(.full) {}
  }

  @Test func `a row that is there already is a duplicate, told without its values`() throws {
    let store = database.store
    let found = failure { _ = try store.addUser(login: Login("alice"), createdAt: database.clock.now) }
    #expect(found?.kind == .duplicate)
    #expect(found.map { !"\($0) \($0.detail)".contains("alice") } == true)
  }

  @Test func `a statement that makes no sense is another error, told without its values`() throws {
    let connection = try SQLiteConnection(path: database.path)
    for sql in ["", "SELECT", "SELECT * FROM nothing WHERE a = ?", "SELECT \"no column\" FROM users"] {
      let found = failure { try connection.run(sql, [.text("secret")]) }
      #expect(found?.kind == .other, "\(sql)")
      #expect(found?.detail.contains("secret") == false)
    }
  }

  @Test func `text and bytes of every kind come back as they went`() throws {
    let connection = try SQLiteConnection(path: database.path)
    let texts = ["", "a\0b", "王小明", "'; DROP TABLE users; --", String(repeating: "x", count: 100_000)]
    for text in texts {
      try connection.query("SELECT ?, ?, ?, ?", [.text(text), .blob(Array(text.utf8)), .null, .integer(.min)]) { row in
        #expect(row.text(0) == text)
        #expect(row.blob(1) == Array(text.utf8))
        #expect(row.isNull(2) && row.text(2) == "" && row.blob(2) == [] && row.integer(2) == 0)
        #expect(row.integer(3) == .min)
      }
    }
    #expect(try connection.hasTable("users"))
  }
}
