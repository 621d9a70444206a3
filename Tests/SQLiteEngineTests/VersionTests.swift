import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct VersionTests {
  @Test func `a database of another program is not set up, and setting up leaves its tables alone`() throws {
    let directory = try TemporaryDirectory()
    let connection = try SQLiteConnection(path: directory.file("other.db"), mode: .create)
    try connection.run("CREATE TABLE notes(text TEXT)", [])
    try connection.run("INSERT INTO notes VALUES('keep me')", [])
    let store = SQLStore(connection)
    #expect(try store.schemaVersion() == nil)
    #expect(failure { try store.requireCurrentSchema() }?.kind == .notSetUp)
    _ = try store.migrate()
    try store.requireCurrentSchema()
    var text = ""
    try connection.query("SELECT text FROM notes", []) { text = $0.text(0) }
    #expect(text == "keep me")
  }

  @Test func `a newer database is refused and left alone`() throws {
    let database = try TestDatabase(.sqlite)
    let connection = try SQLiteConnection(path: database.path)
    try connection.run("INSERT INTO schema_version VALUES(99, 'from the future', 0)", [])
    let store = SQLStore(connection)
    #expect(failure { try store.requireCurrentSchema() }?.kind == .newer)
    #expect(failure { _ = try store.migrate() }?.kind == .newer)
    #expect(try store.schemaVersion() == 99)
  }

  @Test func `an older database is refused by who may not migrate, with what mends it`() throws {
    let database = try TestDatabase(.sqlite)
    let connection = try SQLiteConnection(path: database.path)
    try connection.run("DELETE FROM schema_version WHERE number > 1", [])
    let found = failure { try SQLStore(connection).requireCurrentSchema() }
    #expect(found?.kind == .older)
    #expect(found?.description.contains("rollcall migrate --database \(database.path)") == true)
  }

  @Test func `a migration that fails leaves nothing half done`() throws {
    let directory = try TemporaryDirectory()
    let connection = try SQLiteConnection(path: directory.file("other.db"), mode: .create)
    try connection.run("CREATE TABLE sessions(text TEXT)", [])
    let store = SQLStore(connection)
    #expect(throws: StoreError.self) { try store.migrate() }
    #expect(try store.schemaVersion() == nil)
    #expect(try !connection.hasTable("users"))
  }
}
