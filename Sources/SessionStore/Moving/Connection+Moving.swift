extension Connection {
  /// Runs `body` as one transaction in which a row may come before what it refers to: at the end everything is there.
  ///
  /// A power cut may take the last batches back; a move that is run again copies them again.
  func filling(_ body: () throws -> Void) throws {
    try transaction(.normal) {
      // In each transaction, because the server may be another by now.
      if dialect != .sqlite { try run("SET SESSION foreign_key_checks = 0", []) }
      try body()
    }
  }

  /// Lets rows come before what they refer to, until ``endFilling()``.
  func beginFilling() throws {
    guard dialect == .sqlite else { return }
    // SQLite's switch works outside of transactions alone, and an engine may set it before its first.
    try transaction(.normal) {}
    try run("PRAGMA foreign_keys=OFF", [])
  }

  /// Watches again over what rows refer to.
  func endFilling() throws {
    switch dialect {
    case .sqlite: try run("PRAGMA foreign_keys=ON", [])
    case .mariadb, .mysql: try run("SET SESSION foreign_key_checks = 1", [])
    }
  }

  /// Puts rows in the place of those with their keys. A row that has what only one row may have, such as a login, goes:
  /// the database that is copied has it no more.
  func put(_ rows: [[SQLValue]], into table: MovedTable) throws {
    for start in stride(from: 0, to: rows.count, by: MovedTable.rowsAtOnce) {
      let chunk = rows[start..<min(start + MovedTable.rowsAtOnce, rows.count)]
      guard chunk.count == MovedTable.rowsAtOnce else {
        for row in chunk { try run(table.replacement(1), row) }
        return
      }
      try run(table.replacement(chunk.count), chunk.flatMap { $0 })
    }
  }

  /// Removes rows by their keys.
  func remove(_ keys: [[SQLValue]], from table: MovedTable) throws {
    let condition = table.columns.prefix(table.keyLength).map { "`\($0.name)` = ?" }.joined(separator: " AND ")
    for key in keys { try run("DELETE FROM `\(table.name)` WHERE \(condition)", key) }
  }
}

extension MovedTable {
  /// Rows a transaction: whoever else uses the database never waits long.
  static let batch = 500
  /// Rows a statement: a few round trips a transaction, and far from every database's most arguments.
  fileprivate static let rowsAtOnce = 50

  /// The statement that puts so many rows.
  fileprivate func replacement(_ rows: Int) -> String {
    let row = "(" + [String](repeating: "?", count: columns.count).joined(separator: ", ") + ")"
    let values = [String](repeating: row, count: rows).joined(separator: ", ")
    return "REPLACE INTO `\(name)`(\(columnList)) VALUES \(values)"
  }
}
