import SessionCore

extension SQLStore {
  /// The names of the migrations that ``migrate()`` would run, in their order; all of them for a database that was never
  /// set up.
  ///
  /// - Throws: ``SessionCore/StoreError`` of kind `newer` for a database of a newer program.
  public func pendingMigrations() throws -> [String] {
    let version = try schemaVersion() ?? 0
    guard version <= Migration.current else { throw tooNew(version) }
    return Migration.all.filter { $0.number > version }.map(\.name)
  }

  /// The version that ``migrate()`` brings a database to.
  public static var currentVersion: Int { Migration.current }
}
