// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  /// The version as a column of any statement.
  static let versionColumn = "(SELECT max(number) FROM schema_version)"

  public func schemaVersion() throws -> Int? {
    do {
      return try connection.first("SELECT \(Self.versionColumn)") { row in row.isNull(0) ? nil : Int(row.integer(0)) }
        ?? nil
    } catch let error as StoreError where error.kind == .other {
      // Asked only now: a database that is set up should not pay for the question.
      guard try connection.hasTable("schema_version") else { return nil }
      throw error
    }
  }

  public func migrate() throws -> [String] {
    let before = try schemaVersion()
    if let before, before > Migration.current { throw tooNew(before) }
    // Indexes of many rows are sorted first: with 128 MiB of memory in a few runs.
    if before != nil, before != Migration.current, dialect == .sqlite {
      try connection.run("PRAGMA cache_size=-131072", [])
    }
    return try connection.transaction(.full) {
      // Read inside the transaction: two programs may set up the same database at once.
      let version = try schemaVersion() ?? 0
      if version == 0 {
        try change(
          """
          CREATE TABLE IF NOT EXISTS schema_version(
            number \(.number) PRIMARY KEY, name \(.text(255)) NOT NULL, applied_at \(.number) NOT NULL) \(.plain)
          """)
      }
      return try Migration.all.filter { $0.number > version }.map { migration in
        for statement in migration.statements { try change(statement) }
        try connection.run(
          "INSERT INTO schema_version(number, name, applied_at) VALUES(?, ?, ?)",
          [.integer(Int64(migration.number)), .text(migration.name), .time(Clock.system.now())])
        return migration.name
      }
    }
  }

  private func change(_ statement: SchemaSQL) throws {
    do {
      try connection.run(statement.text(in: connection.dialect), [])
    } catch let error as StoreError where error.kind == .duplicate && connection.dialect != .sqlite {
      // Servers commit each change of a table by itself: a migration that broke off is gone through again.
    }
  }
}
