import Foundation
import SQLiteEngine
import SessionCore
import Support
import Synchronization
import Testing

@Suite struct BackupTests {
  private let bench: CommandBench
  private var backup: String { bench.files.file("backup.db") }

  init() throws {
    bench = try CommandBench()
    try bench.addUser("alice")
  }

  @Test func `a backup is whole, for its owner alone, and says that the key is not in it`() throws {
    try bench.logIn("alice")
    let result = try bench.rollcall("backup", backup, "--json")
    #expect(result.status == 0)
    #expect(result.errors.contains("The key \(bench.key) is not in it"))
    #expect(result.output.contains("\"file\":\"\(backup)\""))
    #expect(try bench.mode(backup) == 0o600)
    #expect(try bench.number("SELECT count(*) FROM sessions", of: backup) == 1)
    #expect(try SQLiteConnection(path: backup).isWhole())
    #expect(bench.names.filter { $0.contains("part") || $0.hasPrefix("backup.db-") }.isEmpty)
  }

  @Test func `what is there is replaced only when that is wished, and never the database itself`() throws {
    try Data("mine".utf8).write(to: URL(filePath: backup))
    #expect(try bench.rollcall("backup", backup).status == 3)
    #expect(try String(contentsOf: URL(filePath: backup), encoding: .utf8) == "mine")
    #expect(try bench.rollcall("backup", "--force", backup).status == 0)
    #expect(try SQLiteConnection(path: backup).isWhole())
    #expect(symlink(bench.database, bench.files.file("link.db")) == 0)
    for own in [bench.database, bench.key, bench.database + "-wal", bench.files.file("link.db"), bench.files.path] {
      #expect(try bench.rollcall("backup", "--force", own).status == 3, "\(own)")
    }
    #expect(try bench.number("SELECT count(*) FROM users") == 1)
  }

  @Test func `where nothing can be written nothing is left behind`() throws {
    #expect(try bench.rollcall("backup", bench.files.file("none/b.db")).status != 0)
    #expect(try bench.rollcall("backup", "/proc/b.db").status != 0)
    #expect(try bench.rollcall("backup", backup, "--database", bench.files.file("none.db")).status == 4)
    #expect(bench.names.filter { $0.hasPrefix("backup") || $0.hasPrefix("none") }.isEmpty)
  }

  @Test func `a disk that is full leaves no half of a backup, and a restore on it changes nothing`() throws {
    try bench.addSessions(3000)
    #expect(try bench.rollcall("backup", backup).status == 0)
    try bench.addUser("bob")
    // Files may be so long and no longer.
    let limit = "trap '' XFSZ; ulimit -f 200; rollcall "
    let full = try bench.shell(limit + "backup \(backup).2")
    #expect(full.status == 4 && full.errors.contains(backup + ".2"), "\(full)")
    #expect(try bench.shell(limit + "restore --yes \(backup)").status == 4)
    #expect(try bench.number("SELECT count(*) FROM users") == 2)
    #expect(!bench.names.contains { $0.hasPrefix("backup.db.2") || $0.contains("restor") })
  }

  @Test func `in a storm of logins a backup has whole transactions only`() throws {
    try bench.addUser("crowd")
    try bench.addSessions(20_000, of: 2)
    let isOver = Atomic(false)
    let logins = Atomic(0)
    let group = DispatchGroup()
    for _ in 0..<3 {
      DispatchQueue.global().async(group: group) {
        guard let service = try? bench.service() else { return }
        while !isOver.load(ordering: .relaxed) {
          if (try? bench.logIn("alice", service)) != nil { logins.add(1, ordering: .relaxed) }
        }
      }
    }
    defer {
      isOver.store(true, ordering: .relaxed)
      group.wait()
    }
    for round in 0..<4 {
      // Each backup begins while logins go on.
      let seen = logins.load(ordering: .relaxed)
      while logins.load(ordering: .relaxed) <= seen { usleep(1000) }
      let before = logins.load(ordering: .relaxed)
      let path = bench.files.file("storm-\(round).db")
      let result = try bench.rollcall("backup", path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try SQLiteConnection(path: path).isWhole())
      // A login is its session, its line in the audit log and the user's last login: all of them or none.
      let sessions = try ["sessions", "ended_sessions"].reduce(Int64(0)) {
        $0 + (try bench.number("SELECT count(*) FROM \($1) WHERE user_id = 1", of: path))
      }
      #expect(sessions >= Int64(before))
      #expect(try bench.number("SELECT count(*) FROM audit WHERE action = 'login'", of: path) == sessions)
      #expect(
        try bench.number(
          """
          SELECT count(*) FROM sessions s JOIN users u ON u.id = s.user_id
          WHERE u.id = 1 AND s.created_at > u.last_login_at
          """, of: path) == 0)
    }
  }
}
