import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct ConcurrencyTests {
  @Test func `programs that write at once stand in line, and the log has every one's lines in a chain`() async throws {
    let database = try TestDatabase(.sqlite)
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

  @Test func `logins go on while a sweep moves twenty thousand sessions`() async throws {
    let database = try TestDatabase(.sqlite)
    try database.addUser("alice")
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<20_000 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    database.clock.advance(.hours(1))
    let (path, key, clock) = (database.path, database.key, database.clock.clock)
    @Sendable func service() throws -> SessionService {
      SessionService(
        store: SQLStore(try SQLiteConnection(path: path)), keys: KeyRing(key), clock: clock, hasher: .cheap)
    }
    async let swept = inThread { try service().sweep(by: TestDatabase.operator, budget: .hours(1)) }
    async let opened = inThread {
      let service = try service()
      return try (0..<50).map { _ in
        try service.logIn(
          login: "alice", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: "")
        ).0
      }
    }
    // A login that waited for longer than the database is patient would have thrown.
    let tokens = try await opened
    let report = try await swept
    #expect(report.isDone && report.moved == 20_001)
    for token in tokens { #expect(try database.service.check(token) != nil) }
    #expect(try database.service.verifyAudit().fault == nil)
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
