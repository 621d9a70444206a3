import Foundation
import Support

/// Commands over whole tables, each beside the statement of sqlite3 that comes nearest.
struct CommandsGroup {
  let site: Site
  static let name = "commands"

  /// - Throws: ``ChildProgram/Failure``.
  func rows() throws -> [Row] {
    try site.sizes.flatMap { size -> [Row] in
      let set = try site.store.set(size)
      site.say("commands, \(Double(size).rough) sessions")
      return try reading(set) + importing(set) + ending(set) + [audit(size)]
    }
  }

  private func sqlite(_ database: String, _ sql: String) -> Command {
    Command(
      program: "/usr/bin/sqlite3", arguments: ["-csv", database, sql], environment: ["HOME": site.store.directory])
  }

  /// Both in turn, a few times; the large ones once.
  private func row(_ what: String, _ size: Int, _ ours: Command, _ peer: (String, Command)) throws -> Row {
    let rounds = size > 1_000_000 ? 1 : size > 10_000 ? 3 : 11
    var times: ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      let cost = try site.runner.run(ours)
      // 1 is "nothing matched".
      guard cost.status <= 1 else { throw ChildProgram.Failure("\(what): rollcall ended with \(cost.status)") }
      times.0.append(cost.time)
      times.1.append(try site.runner.run(peer.1).time)
    }
    return Row(Self.name, what, size: size, times.0.median, "ms", beside: (peer.0, times.1.median))
  }

  private func reading(_ set: DataSet) throws -> [Row] {
    func ours(_ words: String...) -> Command { site.store.rollcall(set.database, words) }
    func peer(_ sql: String) -> (String, Command) { ("sqlite3", sqlite(set.database, sql)) }
    let network = "hex(address) LIKE '%0A35____'"
    return [
      try row(
        "sessions list", set.size, ours("sessions", "list", "--csv"),
        peer("\(ConsoleStep.page) ORDER BY last_seen_at DESC, id DESC")),
      try row(
        "sessions list --filter from:10.53.0.0/16", set.size,
        ours("sessions", "list", "--csv", "--filter", "from:10.53.0.0/16"),
        peer("\(ConsoleStep.page) AND \(network) ORDER BY last_seen_at DESC, id DESC")),
      try row(
        "overview", set.size, ours("overview", "--json"),
        peer("SELECT count(*) FROM sessions WHERE expires_at > unixepoch() * 1000")),
      try row(
        "users list --filter mia", set.size, ours("users", "list", "--csv", "--filter", "mia"),
        peer("SELECT * FROM users WHERE login_key LIKE '%mia%' ORDER BY login_key")),
      try row(
        "users export", set.size, ours("users", "export", "--format", "csv"),
        peer("SELECT * FROM users JOIN credentials ON user_id = id ORDER BY login_key")),
      try row(
        "backup", set.size, ours("backup", "--force", set.directory + "/backup.db"),
        (
          "cp",
          Command(program: "/usr/bin/cp", arguments: ["--reflink=never", set.database, set.directory + "/backup.db"])
        )),
    ]
  }

  /// Users with the hashes that they have: nothing is hashed.
  private func importing(_ set: DataSet) throws -> [Row] {
    let files = try TemporaryDirectory()
    let (json, csv) = (files.file("users.json"), files.file("users.csv"))
    let shell = Command(program: "/bin/sh", arguments: ["-c"])
    func redirect(_ command: Command, to file: String) throws {
      let words = (["env"] + command.words()).map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }
      try Command(program: shell.program, arguments: ["-c", words.joined(separator: " ") + " >\(file)"]).output()
    }
    try redirect(site.store.rollcall(set.database, "users", "export", "--format", "json", "--with-hashes"), to: json)
    try redirect(
      sqlite(set.database, "SELECT id, login, login_key, phc FROM users JOIN credentials ON user_id = id"), to: csv)
    let database = files.file("rollcall.db")
    try site.store.rollcall(database, "setup").output()
    let ours = try site.runner.run(site.store.rollcall(database, "users", "import", "--from", "json", json))
    guard ours.status == 0 else { throw ChildProgram.Failure("users import ended with \(ours.status)") }
    let make = "CREATE TABLE t(id INTEGER PRIMARY KEY, login TEXT, login_key TEXT UNIQUE, phc TEXT)"
    let peer = try site.runner.run(
      Command(program: "/usr/bin/sqlite3", arguments: [files.file("peer.db"), make, ".import --csv \(csv) t"]))
    return [
      Row(
        Self.name, "users import of \(Double(set.users).rough) users", size: set.size, ours.time, "ms",
        beside: ("sqlite3 .import", peer.time))
    ]
  }

  private func ending(_ set: DataSet) throws -> [Row] {
    let (ours, theirs) = (try WorkingCopy(of: set.database), try WorkingCopy(of: set.database))
    let cost = try site.runner.run(
      site.store.rollcall(ours.database, "sessions", "end", "--filter", "from:10.53.0.0/16", "--yes"))
    let peer = try site.runner.run(
      sqlite(theirs.database, "PRAGMA secure_delete = on; DELETE FROM sessions WHERE hex(address) LIKE '%0A35____'"))
    return [
      Row(
        Self.name, "sessions end --filter from:10.53.0.0/16", size: set.size, cost.time, "ms",
        beside: ("sqlite3, DELETE", peer.time))
    ]
  }

  private func audit(_ size: Int) throws -> Row {
    let database = try site.store.auditLog(size)
    return try row(
      "audit verify of as many entries", size, site.store.rollcall(database, "audit", "verify"),
      ("sqlite3, reading them", sqlite(database, "SELECT sum(length(previous_hash) + length(hash) + at) FROM audit")))
  }
}
