import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct ConcurrencyTests {
  @Test func `programs that write at once stand in line, and the log has every one's lines in a chain`() async throws {
    let database = try TestDatabase()
    try database.addUser("alice")
    let (path, key, clock) = (database.path, database.key, database.clock.clock)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let service = SessionService(
            store: SQLStore(try SQLiteConnection(path: path)), keys: KeyRing(key), clock: clock, hasher: .cheap)
          for _ in 0..<10 {
            let source = LoginSource(address: nil, userAgent: "curl/8")
            let (token, _) = try service.logIn(login: "alice", password: TestDatabase.password, from: source)
            try service.logOut(token)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.store.lastAuditNumber() == 81)
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value == 0)
    let connection = try SQLiteConnection(path: path)
    var broken: Int64 = -1
    try connection.query(
      "SELECT count(*) FROM audit a JOIN audit b ON b.id = a.id - 1 WHERE a.previous_hash <> b.hash", []
    ) { broken = $0.integer(0) }
    #expect(broken == 0)
  }

  @Test func `two programs may set up the same database at once`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("rollcall.db")
    let made = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { try SQLStore(SQLiteConnection(path: path, mode: .create)).migrate().count }
      }
      return try await group.reduce(0, +)
    }
    let store = SQLStore(try SQLiteConnection(path: path))
    #expect(try store.schemaVersion() == made)
  }
}
