import Foundation
import SQLiteEngine
import SessionCore
import Support
import Testing

@Suite struct RestoreTests {
  private let bench: CommandBench
  private var backup: String { bench.files.file("backup.db") }

  init() throws {
    bench = try CommandBench()
    try bench.addUser("alice")
  }

  private func isLoggedIn(_ token: Token) throws -> Bool { try bench.service().check(token) != nil }

  @Test func `what was there comes back, and what is replaced is kept`() throws {
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    // As the console has it open.
    let open = try bench.service()
    #expect(try open.store.user(key: "bob") != nil)
    let counter = try open.store.changeCounter()
    let result = try bench.rollcall("restore", "--yes", backup, "--json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try open.store.changeCounter() != counter)
    #expect(try open.store.user(key: "bob") == nil)
    #expect(try open.store.user(key: "alice") != nil)
    let kept = try #require(bench.names.first { $0.hasPrefix("a.db.before-restore-") })
    #expect(try bench.number("SELECT count(*) FROM users", of: bench.files.file(kept)) == 2)
    #expect(try bench.mode(bench.files.file(kept)) == 0o600)
    #expect(!bench.names.contains { $0.contains("restoring") })
    var journal = ""
    try SQLiteConnection(path: bench.database).query("PRAGMA journal_mode", []) { journal = $0.text(0) }
    #expect(journal == "wal")
  }

  @Test func `a session that ended since the backup stays ended; everybody logs in again`() throws {
    let ended = try bench.logIn("alice")
    let live = try bench.logIn("alice")
    #expect(try bench.rollcall("backup", backup).status == 0)
    #expect(try bench.rollcall("sessions", "end", ended.id.description).status == 0)
    #expect(try bench.rollcall("restore", "--yes", backup).status == 0)
    #expect(try !isLoggedIn(ended))
    #expect(try !isLoggedIn(live))
    #expect(try isLoggedIn(bench.logIn("alice")))
  }

  @Test func `sessions are kept when that is wished`() throws {
    let live = try bench.logIn("alice")
    #expect(try bench.rollcall("backup", backup).status == 0)
    #expect(try bench.rollcall("restore", "--yes", "--keep-sessions", backup).status == 0)
    #expect(try isLoggedIn(live))
  }

  @Test func `without a terminal nothing is done unasked`() throws {
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    #expect(try bench.rollcall("restore", backup).status == 2)
    #expect(try bench.number("SELECT count(*) FROM users") == 2)
  }

  @Test func `a terminal is asked`() throws {
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    for (answer, users) in [("no", Int64(2)), ("yes", 1)] {
      let terminal = try PseudoTerminal(
        program: Products.release("rollcall"), arguments: ["restore", backup], environment: bench.environment)
      try terminal.wait(for: "yes or no")
      try terminal.type(answer + "\r")
      #expect(try terminal.waitForExit() == .exited(answer == "no" ? 3 : 0))
      #expect(try bench.number("SELECT count(*) FROM users") == users)
    }
  }

  /// What is no backup, and how it gets that way.
  enum Trouble: String, CaseIterable {
    case missing, empty, text, cut, foreign, newer, damaged, itself, keyMissing, keyOther
  }

  @Test(arguments: Trouble.allCases) func `what is no backup is refused and nothing is lost`(_ trouble: Trouble) throws
  {
    try bench.addSessions(3000)
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    var file = backup
    var status: Int32 = 3
    switch trouble {
    case .missing: file += ".none"
    case .empty: try Data().write(to: URL(filePath: backup))
    case .text: try Data("not a database".utf8).write(to: URL(filePath: backup))
    case .cut: #expect(truncate(backup, 100_000) == 0)
    case .foreign:
      file = bench.files.file("other.db")
      try SQLiteConnection(path: file, mode: .create).run("CREATE TABLE notes(text TEXT)", [])
    case .newer: try RawDatabase(backup).run("INSERT INTO schema_version VALUES(999, 'later', 0)")
    case .damaged:
      let handle = try FileHandle(forUpdating: URL(filePath: backup))
      try handle.seek(toOffset: 4096)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 200_000))
      try handle.close()
    case .itself: file = bench.database
    case .keyOther:
      let other = try CommandBench()
      #expect(unlink(bench.key) == 0)
      try withExtendedLifetime(other) { try FileManager.default.copyItem(atPath: other.key, toPath: bench.key) }
      status = 4
    case .keyMissing:
      #expect(unlink(bench.key) == 0)
      status = 4
    }
    let result = try bench.rollcall("restore", "--yes", file)
    #expect(result.status == status, "\(result.errors)")
    #expect(try bench.number("SELECT count(*) FROM users") == 2)
    #expect(!bench.names.contains { $0.contains("before-restore") || $0.contains("restoring") })
  }

  @Test(arguments: [true, false]) func `a database that is damaged or gone is replaced`(_ isThere: Bool) throws {
    #expect(try bench.rollcall("backup", backup).status == 0)
    for suffix in ["", "-wal", "-shm"] { unlink(bench.database + suffix) }
    if isThere { try Data(repeating: 0xA5, count: 9000).write(to: URL(filePath: bench.database)) }
    let result = try bench.rollcall("restore", "--yes", backup)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bench.number("SELECT count(*) FROM users") == 1)
    #expect(try bench.mode(bench.database) == 0o600)
    #expect(bench.names.contains { $0.contains("before-restore") } == isThere)
    try bench.logIn("alice")
  }

  @Test func `a backup with pages of another size fits`() throws {
    #expect(try bench.rollcall("backup", backup).status == 0)
    try RawDatabase(backup).run("PRAGMA page_size=1024")
    try RawDatabase(backup).run("VACUUM")
    #expect(try bench.rollcall("restore", "--yes", backup).status == 0)
    #expect(try bench.number("PRAGMA page_size") == 4096)
    try bench.logIn("alice")
  }

  /// What shows how far a restore has come.
  enum Stage: String, CaseIterable {
    case staging, kept, log, longLog
  }

  @Test(arguments: Stage.allCases) func `a restore that is killed has happened or has not`(_ stage: Stage) throws {
    try bench.addSessions(60_000)
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    let child = try ChildProgram(
      Products.release("rollcall"), ["restore", "--yes", backup], environment: bench.environment)
    while child.isRunning, !hasReached(stage) { usleep(200) }
    child.kill()
    #expect(try SQLiteConnection(path: bench.database).isWhole())
    let users = try bench.number("SELECT count(*) FROM users")
    let mark = try bench.number("SELECT coalesce(max(value), 0) FROM settings WHERE name = 'not_before'")
    #expect((users == 2 && mark == 0) || (users == 1 && mark > 0), "\(users) \(mark)")
    try bench.logIn("alice")
    let again = try bench.rollcall("restore", "--yes", backup)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try bench.number("SELECT count(*) FROM users") == 1)
    #expect(try bench.number("SELECT count(*) FROM audit WHERE action = 'restore backup'") == 1)
    #expect(!bench.names.contains { $0.contains("restoring") })
  }

  private func hasReached(_ stage: Stage) -> Bool {
    func size(_ name: String) -> Int64 {
      var status = stat()
      return stat(bench.files.file(name), &status) == 0 ? Int64(status.st_size) : -1
    }
    switch stage {
    case .staging: return size("a.db.restoring") > 1_000_000
    case .kept: return bench.names.contains { $0.contains("before-restore") }
    case .log: return bench.names.contains { $0.contains("before-restore") } && size("a.db-wal") > 100_000
    case .longLog: return bench.names.contains { $0.contains("before-restore") } && size("a.db-wal") > 5_000_000
    }
  }
}
