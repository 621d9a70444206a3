import SessionCore
import SessionStore

/// A database as somebody with a tool of their own changes it, past every rule of the product.
public final class RawDatabase {
  private let connection: any Connection

  /// Opens it.
  ///
  /// - Parameter address: an SQLite database's path, or the address of one on a server.
  /// - Throws: ``SessionCore/StoreError`` when it cannot be opened.
  public init(_ address: String) throws {
    connection = try DatabaseAddress(address).connection()
  }

  /// Runs a statement.
  public func run(_ sql: String) throws { try connection.run(sql, []) }

  /// The number that a query finds.
  public func count(_ sql: String) throws -> Int {
    var count = 0
    try connection.query(sql, []) { count = Int($0.integer(0)) }
    return count
  }

  /// The first column of what a query finds.
  public func texts(_ sql: String) throws -> [String] {
    var texts: [String] = []
    try connection.query(sql, []) { texts.append($0.text(0)) }
    return texts
  }

  /// Keeps every other program out of an SQLite database, readers as well, as long as this object lives.
  public func lockOut() throws {
    try run("PRAGMA locking_mode=EXCLUSIVE")
    try run("BEGIN EXCLUSIVE")
  }
}
