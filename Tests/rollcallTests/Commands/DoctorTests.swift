import Foundation
import SQLiteEngine
import SessionCore
import Support
import Testing

@testable import rollcall

@Suite struct DoctorTests {
  private let bench: CommandBench
  private static let nobody: uid_t = 65534
  private static let isRoot = geteuid() == 0

  init() throws {
    bench = try CommandBench()
    try bench.addUser("alice")
    guard Self.isRoot else { return }
    // As on a server: the files belong to the web server's user, and root looks at them.
    for path in [bench.files.path] + bench.names.map(bench.files.file) { chown(path, Self.nobody, Self.nobody) }
    chmod(bench.files.path, 0o700)
  }

  private struct Found {
    let severity: String
    let sentence: String
    let mend: String?
  }

  /// What is said of each check, the worst of each.
  private func examine(_ more: [String], _ environment: [String: String]) throws -> (Int32, [String: Found]) {
    let user = Self.isRoot ? ["--web-user", "nobody"] : []
    let result = try ChildProgram.run(
      Products.release("rollcall"), ["doctor", "--json"] + user + more,
      environment: bench.environment.merging(environment) { $1 })
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]], "\(result.errors)")
    var found: [String: Found] = [:]
    for row in rows {
      let check = try #require(row["check"] as? String)
      let severity = try #require(row["severity"] as? String)
      if found[check] == nil || severity != "ok" {
        found[check] = Found(
          severity: severity, sentence: row["finding"] as? String ?? "", mend: row["mend"] as? String)
      }
    }
    return (result.status, found)
  }

  @Test func `a site that is set up is well`() throws {
    let (status, found) = try examine([], [:])
    #expect(status == 0, "\(found)")
    #expect(found.values.allSatisfy { $0.severity == "ok" })
    let names: Set = [
      "configuration", "database-file", "database-directory", "key-file", "document-root", "disk", "login-cgi",
      "journal",
      "schema", "key", "clock", "integrity",
    ]
    #expect(Set(found.keys).isSuperset(of: names))
    #expect(try bench.rollcall("doctor").output.contains("ok       SQLite finds the database in order."))
    #expect(try bench.rollcall("doctor", "--csv").output.hasPrefix("severity,check,finding,mend\r\n"))
    #expect(try bench.rollcall("doctor", "--web-user", "nobody-of-this-name").status == 2)
  }

  /// What can be wrong.
  enum Trouble: String, CaseIterable {
    case fileMode, fileOwner, directoryMode, directorySticky, directoryOwner, logOwner, keyMode, keyOwner, keyMissing,
      keyText, keyOther
    case missing, notSetUp, older, newer, journal, clock, damaged, text, configurationMode, configurationLine
    case documentRoot, noLoginCGI, loginCGIMode, otherProgram, otherVersion, gateOwner, noPepper, pepperMode
    case pepperText, blocklistDirectory, gateDirectory

    /// What takes another user.
    var needsRoot: Bool { rawValue.hasSuffix("Owner") || self == .loginCGIMode }

    /// The check that finds it, how bad it is, and whether a command mends it here.
    var expected: (check: String, severity: String, isMended: Bool) {
      switch self {
      case .fileMode, .fileOwner: ("database-file", "problem", true)
      case .missing: ("database-file", "problem", false)
      case .directoryMode, .directoryOwner: ("database-directory", "problem", true)
      case .directorySticky: ("database-directory", "problem", false)
      case .logOwner: ("log-file", "problem", true)
      case .keyMode, .keyOwner: ("key-file", "problem", true)
      case .keyMissing, .keyText: ("key-file", "problem", false)
      case .keyOther: ("key", "problem", false)
      case .notSetUp, .newer: ("schema", "problem", false)
      case .older: ("schema", "problem", true)
      case .journal: ("journal", "problem", true)
      case .clock: ("clock", "problem", false)
      case .damaged: ("integrity", "problem", false)
      case .text: ("database", "problem", false)
      case .configurationMode: ("configuration", "problem", true)
      case .configurationLine: ("configuration", "problem", false)
      case .documentRoot: ("document-root", "warning", false)
      case .noLoginCGI, .otherProgram: ("login-cgi", "problem", false)
      case .otherVersion: ("login-cgi", "warning", false)
      case .loginCGIMode: ("login-cgi", "problem", true)
      case .gateOwner: ("gate-file", "problem", true)
      case .noPepper: ("pepper-file", "problem", false)
      case .pepperMode: ("pepper-file", "problem", true)
      case .pepperText: ("pepper-file", "problem", false)
      case .blocklistDirectory: ("blocklist-file", "problem", false)
      case .gateDirectory: ("gate-file", "problem", false)
      }
    }
  }

  @Test func `a database that is being filled is not taken for a newer one`() throws {
    try RawDatabase(bench.database).run("INSERT INTO schema_version VALUES(1000003, '0', 0)")
    let (status, found) = try examine([], [:])
    #expect(status == 5)
    #expect(try #require(found["schema"]).sentence.contains("being filled with made-up people"))
  }

  @Test(arguments: Trouble.allCases) func `what is wrong is found, and its command mends it`(_ trouble: Trouble) throws
  {
    guard Self.isRoot || !trouble.needsRoot else { return }
    var options: [String] = []
    var environment: [String: String] = [:]
    let kept = try spoil(trouble, &options, &environment)
    let (status, found) = try examine(options, environment)
    let expected = trouble.expected
    let finding = try #require(found[expected.check], "\(found)")
    #expect(status == 5)
    #expect(finding.severity == expected.severity)
    guard expected.isMended else { return }
    let mended = try bench.shell(try #require(finding.mend))
    #expect(mended.status == 0, "\(mended.errors)")
    let (after, left) = try examine(options, environment)
    #expect(after == 0, "\(left.filter { $0.value.severity != "ok" })")
    withExtendedLifetime(kept) {}
  }

  /// Makes it wrong; returns what has to stay as long as it is looked at.
  private func spoil(_ trouble: Trouble, _ options: inout [String], _ environment: inout [String: String]) throws
    -> Any?
  {
    let (database, key) = (bench.database, bench.key)
    let owner = Self.isRoot ? Self.nobody : geteuid()
    func write(_ name: String, _ text: String, mode: mode_t) throws -> String {
      try Data(text.utf8).write(to: URL(filePath: bench.files.file(name)))
      chmod(bench.files.file(name), mode)
      return bench.files.file(name)
    }
    func own(_ path: String) { chown(path, owner, owner) }
    switch trouble {
    case .fileMode: chmod(database, 0o604)
    case .fileOwner: chown(database, 0, 0)
    case .directoryMode: chmod(bench.files.path, 0o777)
    case .directorySticky: chmod(bench.files.path, 0o1777)
    case .directoryOwner: chown(bench.files.path, 0, 0)
    case .logOwner:
      let connection = try SQLiteConnection(path: database)
      try connection.query("SELECT 1 FROM users", []) { _ in }
      for suffix in ["-wal", "-shm"] { chown(database + suffix, 0, 0) }
      // One command a file: the other is the test's own.
      own(database + "-shm")
      return connection
    case .keyMode: chmod(key, 0o644)
    case .keyOwner: chown(key, 0, 0)
    case .keyMissing: unlink(key)
    case .keyText:
      try Data("no key\n".utf8).write(to: URL(filePath: key))
      chmod(key, 0o600)
      own(key)
    case .keyOther:
      unlink(key)
      let other = try CommandBench()
      try withExtendedLifetime(other) { try FileManager.default.copyItem(atPath: other.key, toPath: key) }
      own(key)
    case .missing: for suffix in ["", "-wal", "-shm"] { unlink(database + suffix) }
    case .notSetUp, .older:
      unlink(database)
      let raw = try SQLiteConnection(path: database, mode: .create)
      own(database)
      if trouble == .older {
        try raw.run("CREATE TABLE schema_version(number INTEGER PRIMARY KEY, name TEXT, applied_at INTEGER)", [])
        try raw.run("INSERT INTO schema_version VALUES(0, 'before', 0)", [])
        try raw.enableWriteAheadLog()
      }
    case .newer: try RawDatabase(database).run("INSERT INTO schema_version VALUES(999, 'later', 0)")
    case .journal: try RawDatabase(database).run("PRAGMA journal_mode=DELETE")
    case .clock: try RawDatabase(database).run("UPDATE users SET created_at = created_at + 3600000")
    case .damaged:
      // A page of an index: the tables can still be read.
      let page = try bench.number("SELECT rootpage FROM sqlite_schema WHERE name = 'users_by_state'")
      try RawDatabase(database).run("PRAGMA wal_checkpoint(TRUNCATE)")
      let file = try FileHandle(forUpdating: URL(filePath: database))
      try file.seek(toOffset: UInt64(page - 1) * 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      try file.close()
    case .text:
      for suffix in ["-wal", "-shm"] { unlink(database + suffix) }
      try Data("not a database, but long enough to be looked at as one, which it is not".utf8)
        .write(to: URL(filePath: database))
      chmod(database, 0o600)
      own(database)
    case .configurationMode: environment["ROLLCALL_CONFIG"] = try write("a.conf", "theme = nord\n", mode: 0o666)
    case .configurationLine: environment["ROLLCALL_CONFIG"] = try write("a.conf", "them = nord\n", mode: 0o600)
    case .documentRoot: options = ["--document-root", bench.files.path]
    case .noLoginCGI: environment["ROLLCALL_LOGIN_CGI"] = bench.files.file("none.cgi")
    case .loginCGIMode:
      let copy = bench.files.file("login.cgi")
      try Products.copy(Products.release("login.cgi"), to: copy)
      chmod(copy, 0o700)
      environment["ROLLCALL_LOGIN_CGI"] = copy
    case .otherProgram: environment["ROLLCALL_LOGIN_CGI"] = "/bin/true"
    case .otherVersion:
      environment["ROLLCALL_LOGIN_CGI"] = try write(
        "old.cgi", "#!/bin/sh\necho 'login.cgi 0.0.1 is a CGI program' >&2\n", mode: 0o755)
    case .gateOwner: chown(try write("a.db.gate", "", mode: 0o600), 0, 0)
    case .noPepper: environment["ROLLCALL_PEPPER"] = bench.files.file("none")
    case .pepperMode:
      let pepper = bench.files.file("pepper")
      try PepperRing(random: .system).write(toNewFile: pepper)
      chmod(pepper, 0o644)
      environment["ROLLCALL_PEPPER"] = pepper
      own(pepper)
    case .pepperText:
      environment["ROLLCALL_PEPPER"] = try write("pepper", "x", mode: 0o600)
      own(bench.files.file("pepper"))
    case .blocklistDirectory: environment["ROLLCALL_BLOCKLIST"] = "/tmp"
    case .gateDirectory: environment["ROLLCALL_GATE"] = "/tmp"
    }
    return nil
  }

  @Test func `what root makes belongs to whom the database belongs to`() throws {
    guard Self.isRoot else { return }
    let added = try bench.rollcall("users", "add", "bob", "--password-stdin", input: TestDatabase.password)
    #expect(added.status == 0, "\(added.errors)")
    for name in bench.names {
      let owner = try FileManager.default.attributesOfItem(atPath: bench.files.file(name))[.ownerAccountID] as? Int
      #expect(owner == Int(Self.nobody), "\(name)")
    }
    #expect(bench.names.contains("a.db.gate"))
  }

  @Test func `little room is found before there is none`() {
    let (mega, giga): (Int64, Int64) = (1_000_000, 1_000_000_000)
    #expect(Examination.disk(free: 99 * mega, total: giga, "/x").severity == .problem)
    #expect(Examination.disk(free: 100 * mega, total: 10 * giga, "/x").severity == .warning)
    #expect(Examination.disk(free: 499 * mega, total: 10 * giga, "/x").severity == .warning)
    #expect(Examination.disk(free: 500 * mega, total: 10 * giga, "/x").severity == .ok)
  }

  @Test func `a command for a path with blanks is one that a shell understands`() {
    #expect("/a/b-c.db".inShell == "/a/b-c.db")
    #expect("/a b/c'd".inShell == "'/a b/c'\\''d'")
    #expect("".inShell == "''" && "$(x)".inShell == "'$(x)'")
  }
}
