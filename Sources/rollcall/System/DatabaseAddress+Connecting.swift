import MariaDBEngine
import SQLiteEngine
import SessionCore
import SessionStore

/// What a connection is for.
enum ConnectionUse {
  /// Reading: the database itself refuses to write.
  case readOnly
  /// Reading and writing what is there.
  case readWrite
  /// The same, and an SQLite file is made when it is missing. A server's database is made by its administrator.
  case setUp
}

extension DatabaseAddress {
  /// Opens the database by the engine of its kind: the one place that knows them all.
  ///
  /// - Throws: ``SessionCore/StoreError``; ``SessionCore/KeyFileError`` for a password file that cannot be used.
  func connect(_ use: ConnectionUse) throws -> any Connection {
    switch self {
    case .sqlite(let path): return try SQLiteConnection(path: path, mode: use.sqliteMode)
    case .mariadb(let address):
      return try MariaDBConnection(address, mode: use == .readOnly ? .readOnly : .readWrite)
    }
  }
}

extension ConnectionUse {
  fileprivate var sqliteMode: SQLiteConnection.Mode {
    switch self {
    case .readOnly: .readOnly
    case .readWrite: .readWrite
    case .setUp: .create
    }
  }
}
