import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct DamageTests {
  @Test func `a file that is no database is corrupt, and stays as it is`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("notes.txt")
    let text = String(repeating: "This is no database.\n", count: 200)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    for body in [
      { (store: SQLStore) in _ = try store.schemaVersion() }, { _ = try $0.migrate() },
      { try $0.requireCurrentSchema() },
    ] {
      let found = failure { try body(SQLStore(SQLiteConnection(path: path))) }
      #expect(found?.kind == .corrupt)
      #expect(found?.description.contains("restore it from your backup") == true)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `an empty file is a database that is not set up`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("rollcall.db")
    try Data().write(to: URL(filePath: path))
    #expect(failure { try SQLStore(SQLiteConnection(path: path)).requireCurrentSchema() }?.kind == .notSetUp)
  }

  @Test func `pages overwritten in the middle are found out by whoever needs them`() throws {
    let database = try TestDatabase(.sqlite)
    try database.store.transaction(.normal) {
      for index in 0..<2000 {
        _ = try database.store.addUser(login: Login("user\(index)"), createdAt: database.clock.now)
      }
    }
    try SQLiteConnection(path: database.path).truncateLog()
    let file = try #require(FileHandle(forUpdatingAtPath: database.path))
    let size = try file.seekToEnd()
    // All but the first page, which holds the schema, and the last.
    for offset in stride(from: UInt64(4096), to: size - 4096, by: 4096) {
      try file.seek(toOffset: offset)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 512))
    }
    try file.close()
    let found = failure {
      _ = try database.anotherStore().users(UserFilter(), from: nil, .after, limit: 10_000, at: database.clock.now)
    }
    #expect(found?.kind == .corrupt)
    let service = try database.anotherService()
    #expect(throws: StoreError.self) {
      try service.logIn(login: "user7", password: "x", from: LoginSource(address: nil, userAgent: ""))
    }
  }

  @Test func `a file that was cut is corrupt`() throws {
    let database = try TestDatabase(.sqlite)
    try database.addUser("alice")
    try SQLiteConnection(path: database.path).truncateLog()
    let file = try #require(FileHandle(forUpdatingAtPath: database.path))
    try file.truncate(atOffset: 8192)
    try file.close()
    #expect(failure { _ = try database.anotherStore().user(key: "alice") }?.kind == .corrupt)
  }
}
