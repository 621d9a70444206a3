import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What `body` says of the database; nil when it says nothing.
func failure(_ body: () throws -> Void) -> StoreError? {
  do {
    try body()
    return nil
  } catch { return error as? StoreError }
}

@Suite struct OpeningTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.file("rollcall.db") }

  init() throws { directory = try TemporaryDirectory() }

  @Test(arguments: [SQLiteConnection.Mode.readOnly, .readWrite]) func `a missing database is missing, and is not made`(
    _ mode: SQLiteConnection.Mode
  ) {
    let found = failure { _ = try SQLiteConnection(path: path, mode: mode) }
    #expect(found?.kind == .missing)
    #expect(found?.description.contains("rollcall setup --database \(path)") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [SQLiteConnection.Mode.readOnly, .readWrite, .create]) func `a directory is no database`(
    _ mode: SQLiteConnection.Mode
  ) {
    let found = failure {
      _ = try SQLStore(SQLiteConnection(path: directory.path, mode: mode)).schemaVersion()
    }
    #expect(found?.kind == .cannotOpen)
  }

  @Test func `a database that is removed or replaced while it is open is noticed`() throws {
    let connection = try SQLiteConnection(path: path, mode: .create)
    _ = try connection.changeCounter()
    #expect(rename(path, path + ".old") == 0)
    #expect(failure { _ = try connection.changeCounter() }?.kind == .replaced)
    _ = try SQLiteConnection(path: path, mode: .create)
    #expect(failure { _ = try connection.changeCounter() }?.kind == .replaced)
  }

  @Test func `a database in a directory that is missing cannot be made`() {
    #expect(failure { _ = try SQLiteConnection(path: path + "/below.db", mode: .create) }?.kind == .cannotOpen)
  }

  @Test(arguments: ["", ":memory:"]) func `a database is a file`(_ path: String) {
    #expect(failure { _ = try SQLiteConnection(path: path, mode: .create) }?.kind == .cannotOpen)
  }

  @Test func `a new database is readable by its owner alone, whatever the umask`() throws {
    _ = try SQLStore(SQLiteConnection(path: path, mode: .create)).migrate()
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `making one that is there opens it and leaves its mode alone`() throws {
    let database = try TestDatabase(.sqlite)
    try database.addUser("alice")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: database.path)
    #expect(try database.anotherStore(.create).user(key: "alice") != nil)
    let mode = try FileManager.default.attributesOfItem(atPath: database.path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `readers do not wait for a writer: the log is written ahead`() throws {
    let database = try TestDatabase(.sqlite)
    var journal = ""
    try SQLiteConnection(path: database.path).query("PRAGMA journal_mode", []) { journal = $0.text(0) }
    #expect(journal == "wal")
    let reader = try database.anotherStore()
    try database.store.transaction(.full) {
      _ = try database.store.addUser(login: Login("alice"), createdAt: database.clock.now)
      #expect(try reader.user(key: "alice") == nil)
    }
    #expect(try reader.user(key: "alice") != nil)
  }
}
