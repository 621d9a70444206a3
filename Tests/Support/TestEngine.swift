import Foundation
import MariaDBEngine
import SQLiteEngine
import SessionCore
import SessionStore

/// Which database a test runs on.
public enum TestEngine: String, CaseIterable, Sendable {
  /// An SQLite file.
  case sqlite
  /// The tests' MariaDB server.
  case mariadb

  /// What the variable `ROLLCALL_TEST_ENGINE` says, or else SQLite. Tests of an engine, or of files, name theirs.
  public static let chosen =
    ProcessInfo.processInfo.environment["ROLLCALL_TEST_ENGINE"]
    .flatMap(TestEngine.init(rawValue:)) ?? .sqlite
}

extension DatabaseAddress {
  /// A connection of its own to the database, as another program has.
  public func connection() throws -> any Connection {
    switch self {
    case .sqlite(let path): try SQLiteConnection(path: path)
    case .mariadb(let address): try MariaDBConnection(address)
    }
  }
}
