import Foundation
import SQLiteEngine
import Support
import Testing

@Suite struct MigrateTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench(isSetUp: false) }

  /// A database before its first migration, with a key.
  private func makeOld() throws {
    try #require(try bench.rollcall("setup").status == 0)
    unlink(bench.database)
    let raw = try SQLiteConnection(path: bench.database, mode: .create)
    try raw.run(
      "CREATE TABLE schema_version(number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)", [])
    try raw.run("INSERT INTO schema_version VALUES(0, 'before', 0)", [])
  }

  @Test func `an older database is refused with the command, and that brings it up`() throws {
    try makeOld()
    let refused = try bench.rollcall("users", "list")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("rollcall migrate --database"))
    #expect(try bench.rollcall("setup").status == 4)
    let planned = try bench.rollcall("migrate", "--dry-run", "--json")
    #expect(planned.status == 0)
    #expect(planned.output.contains("\"dry_run\":true") && planned.output.contains("users, sessions and audit"))
    #expect(try bench.number("SELECT max(number) FROM schema_version") == 0)
    let done = try bench.rollcall("migrate")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("users, sessions and audit"))
    let kept = try #require(bench.names.first { $0.contains("before-migration") })
    #expect(try bench.number("SELECT max(number) FROM schema_version", of: bench.files.file(kept)) == 0)
    #expect(try bench.rollcall("users", "list").status == 1)
    let again = try bench.rollcall("migrate", "--json")
    #expect(again.status == 0 && again.output.contains("\"steps\":[]"))
    #expect(bench.names.filter { $0.contains("before-migration") }.count == 1)
    var journal = ""
    try SQLiteConnection(path: bench.database).query("PRAGMA journal_mode", []) { journal = $0.text(0) }
    #expect(journal == "wal")
  }

  @Test func `no copy is made when none is wished`() throws {
    try makeOld()
    #expect(try bench.rollcall("migrate", "--no-backup").status == 0)
    #expect(!bench.names.contains { $0.contains("before-migration") })
  }

  @Test func `what is not there, not set up, or newer is refused`() throws {
    #expect(try bench.rollcall("migrate").status == 4)
    try #require(try bench.rollcall("setup").status == 0)
    try RawDatabase(bench.database).run("INSERT INTO schema_version VALUES(999, 'later', 0)")
    #expect(try bench.rollcall("migrate").status == 4)
    #expect(try bench.rollcall("setup").status == 4)
  }

  @Test func `setting up leaves another program's database alone`() throws {
    try SQLiteConnection(path: bench.database, mode: .create).run("CREATE TABLE notes(text TEXT)", [])
    let result = try bench.rollcall("setup")
    #expect(result.status == 3)
    #expect(result.errors.contains("another program"))
    #expect(try bench.number("SELECT count(*) FROM sqlite_schema") == 1)
    #expect(!bench.names.contains("a.db.key"))
  }
}
