import SessionCore

/// SessionCore's ``SessionCore/Store`` in SQL, over any engine's ``Connection``.
public final class SQLStore: Store {
  let connection: any Connection

  /// Makes a store over `connection`. Says nothing to the database yet.
  public init(_ connection: any Connection) { self.connection = connection }

  /// Makes sure that the database is of this program's version, for a program that may not migrate.
  ///
  /// - Throws: ``SessionCore/StoreError`` of kind `notSetUp`, `older` or `newer`.
  public func requireCurrentSchema() throws {
    switch try schemaVersion() {
    case Migration.current?: return
    case nil: throw connection.error(.notSetUp, "")
    case let version? where version < Migration.current: throw connection.error(.older, "")
    default: throw connection.error(.newer, "")
    }
  }

  public func transaction<Result>(_ durability: Durability, _ body: () throws -> Result) throws -> Result {
    try connection.transaction(durability, body)
  }

  public func changeCounter() throws -> Int64 { try connection.changeCounter() }
}
