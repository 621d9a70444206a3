import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What was deleted or overwritten must not be found again by reading the files.
@Suite struct ResidueTests {
  /// The names of the database's files in which `text` stands.
  private func files(holding text: String, _ database: TestDatabase) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: database.directory.path).sorted().filter { name in
      try Data(contentsOf: URL(filePath: database.directory.file(name))).range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `nothing of a deleted or changed value is left in database, log or free pages`() throws {
    let database = try TestDatabase(.sqlite)
    try database.addUser("alice")
    let (token, session) = try database.logIn("alice")
    let marks = (0..<40).map { "mark-\($0)-" + String(repeating: "q", count: 300) }
    for (index, mark) in marks.enumerated() {
      try database.store.setData(of: session.id, name: "n\(index)", value: mark)
    }
    #expect(try !files(holding: "mark-7-qqq", database).isEmpty)
    for index in 0..<20 { try database.store.setData(of: session.id, name: "n\(index)", value: "changed") }
    try database.service.logOut(token)
    let connection = try SQLiteConnection(path: database.path)
    try connection.truncateLog()
    for index in marks.indices { #expect(try files(holding: "mark-\(index)-q", database) == []) }
    #expect(try files(holding: "alice", database) == ["rollcall.db"])
  }

  @Test func `a user's old hash is gone once it was replaced`() throws {
    let database = try TestDatabase(.sqlite)
    let alice = try database.addUser("alice")
    let old = try #require(try database.store.credential(of: alice)?.hash)
    try SQLiteConnection(path: database.path).truncateLog()
    #expect(try files(holding: old, database) == ["rollcall.db"])
    let hash = try database.service.hasher.hash(Password("another password altogether"))
    try database.store.transaction(.full) {
      try database.store.setCredential(
        Credential(hash: hash, changedAt: database.clock.now, source: .administrator), of: alice)
    }
    try SQLiteConnection(path: database.path).truncateLog()
    #expect(try files(holding: old, database) == [])
    #expect(try files(holding: hash, database) == ["rollcall.db"])
  }

  @Test func `the log is empty once it was moved into the database`() throws {
    let database = try TestDatabase(.sqlite)
    try database.addUser("alice")
    try SQLiteConnection(path: database.path).truncateLog()
    let size = try FileManager.default.attributesOfItem(atPath: database.path + "-wal")[.size] as? Int
    #expect(size == 0)
  }
}
