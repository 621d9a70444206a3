extension SQLStore {
  /// Fills an SQLite database in one transaction.
  ///
  /// With a rollback journal rather than the log, where nobody else has the database open: pages that are new are then
  /// written once, and when the program is killed, the file is cut to its old length in no time. It leaves no log of
  /// gigabytes that whoever comes next would have to read.
  func fillFile<Result>(_ body: () throws -> Result) throws -> Result {
    let database = try database
    // The engine sets what it sets before its first transaction.
    try database.transaction(.normal) {}
    let isAlone = (try? journal("TRUNCATE")) == "truncate"
    defer { if isAlone { _ = try? journal("WAL") } }
    // Every row refers to one that was made before it, here. Sorting may use another processor.
    for pragma in ["foreign_keys=OFF", "threads=2"] { try database.run("PRAGMA \(pragma)", []) }
    defer { for pragma in ["foreign_keys=ON", "threads=0"] { _ = try? database.run("PRAGMA \(pragma)", []) } }
    return try transaction(.normal) {
      let indexes = try database.all(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid", []
      ) { (name: $0.text(0), sql: $0.text(1)) }
      for index in indexes { try database.run("DROP INDEX `\(index.name)`", []) }
      let result = try body()
      for index in indexes { try database.run(index.sql, []) }
      return result
    }
  }

  private func journal(_ mode: String) throws -> String? {
    try database.first("PRAGMA journal_mode=\(mode)") { $0.text(0) }
  }
}
