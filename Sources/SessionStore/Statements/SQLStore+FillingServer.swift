import SessionCore

extension SQLStore {
  /// Fills a database on a server: without the tables' indexes, which are made afterwards, and in transactions of a size
  /// that servers are made for.
  ///
  /// No transaction holds what changes a table's form. So the database is marked before and until all is done: no program
  /// uses it, and ``takeBackFilling()`` empties it again when the program was killed.
  func fillServer<Result>(_ body: () throws -> Result) throws -> Result {
    let database = try database
    try lockFilling()
    defer { try? unlockFilling() }
    try database.setMoveNote(MoveMark.Note(mark: .populating, move: 0, at: 0))
    do {
      let result = try withoutIndexes(body)
      try connection.clearMoveNote()
      return result
    } catch {
      // What it cannot take back now, the mark tells of.
      try? empty()
      throw error
    }
  }

  private func withoutIndexes<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.run("SET SESSION foreign_key_checks = 0", [])
    defer { _ = try? connection.run("SET SESSION foreign_key_checks = 1", []) }
    let present = try indexNames()
    for (table, indexes) in indexesByTable {
      let dropped = indexes.filter { present.contains($0.name) }.map { "DROP INDEX `\($0.name)`" }
      if !dropped.isEmpty { try connection.run("ALTER TABLE `\(table)` \(dropped.joined(separator: ", "))", []) }
    }
    let result = try body()
    try makeIndexes()
    return result
  }

  /// Empties a database whose filling was broken off, and gives it its indexes back: it is as it was before.
  ///
  /// - Returns: whether there was something to take back.
  /// - Throws: ``SessionCore/StoreError`` of kind `populating` while another program fills it.
  public func takeBackFilling() throws -> Bool {
    guard try schemaVersion() == Int(MoveMark.populating.rawValue) else { return false }
    try lockFilling()
    defer { try? unlockFilling() }
    try empty()
    return true
  }

  private func empty() throws {
    try connection.run("SET SESSION foreign_key_checks = 0", [])
    defer { _ = try? connection.run("SET SESSION foreign_key_checks = 1", []) }
    for table in Self.filled { try connection.run("TRUNCATE TABLE `\(table)`", []) }
    try makeIndexes()
    try connection.clearMoveNote()
  }

  /// Makes the indexes that are missing, all of a table in one go.
  private func makeIndexes() throws {
    let present = try indexNames()
    for (table, indexes) in indexesByTable {
      let made = indexes.filter { !present.contains($0.name) }.map { index in
        let text = index.statement.text(in: dialect)
        return "ADD INDEX `\(index.name)`\(text.drop { $0 != "(" })"
      }
      if !made.isEmpty { try connection.run("ALTER TABLE `\(table)` \(made.joined(separator: ", "))", []) }
    }
  }

  private var indexesByTable: [(table: String, indexes: [SchemaIndex])] {
    let all = Migration.indexes(in: dialect)
    return Self.filled.map { table in (table, all.filter { $0.table == table }) }
  }

  private func indexNames() throws -> Set<String> {
    Set(
      try connection.all(
        "SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()", []
      ) { $0.text(0) })
  }

  /// One program at a time: the server forgets this lock with the connection that has it.
  private func lockFilling() throws {
    let isMine = try connection.first("SELECT GET_LOCK(concat('rollcall ', DATABASE()), 5)") { $0.integer(0) == 1 }
    guard isMine == true else { throw connection.error(.populating, "another program fills it") }
  }

  private func unlockFilling() throws {
    _ = try connection.first("SELECT RELEASE_LOCK(concat('rollcall ', DATABASE()))") { $0.integer(0) }
  }
}
