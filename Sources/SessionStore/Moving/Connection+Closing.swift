extension Connection {
  /// Has the database itself refuse every change to what a move copies, whoever asks for it, by triggers.
  ///
  /// A program that looks first and writes then would come too late now and then. A trigger holds for every program,
  /// those that run already and those of older versions as well, costs nothing while there is none, and cannot be made
  /// while a transaction goes on that has written to its table: MariaDB waits for that one, Galera breaks it off
  /// everywhere, and SQLite has one writer at a time.
  func closeToWriters() throws {
    // Whoever waits for a table has all others wait behind it: not for long, for one transaction that does not end.
    if dialect != .sqlite { try run("SET SESSION lock_wait_timeout = 10", []) }
    try changingTriggers {
      for (name, table, event) in Self.moveTriggers {
        let head = "CREATE TRIGGER IF NOT EXISTS `\(name)` BEFORE \(event) ON `\(table)` FOR EACH ROW"
        switch dialect {
        case .sqlite: try run("\(head) BEGIN SELECT RAISE(ABORT, 'closed for a move'); END", [])
        case .mariadb, .mysql: try run("\(head) SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'closed for a move'", [])
        }
      }
    }
  }

  /// Lets changes in again.
  func openToWriters() throws {
    // An account that may not make triggers may not even say that there are none.
    let present = Set(try all(triggerNames, []) { $0.text(0) })
    try changingTriggers {
      for (name, _, _) in Self.moveTriggers where present.contains(name) { try run("DROP TRIGGER `\(name)`", []) }
    }
  }

  private var triggerNames: String {
    dialect == .sqlite
      ? "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      : "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
  }

  private static var moveTriggers: [(name: String, table: String, event: String)] {
    (MovedTable.all.map(\.name) + ["leases"]).flatMap { table in
      ["INSERT", "UPDATE", "DELETE"].map { ("moving_\(table)_\($0.lowercased())", table, $0) }
    }
  }

  private func changingTriggers(_ body: () throws -> Void) throws {
    // MariaDB ends a transaction with each statement of this kind.
    if dialect == .sqlite { try transaction(.full, body) } else { try body() }
  }
}
