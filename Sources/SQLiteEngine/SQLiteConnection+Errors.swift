// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CSQLite
import Glibc
import SessionCore

extension SQLiteConnection {
  public func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError {
    StoreError(kind, database: path, detail: detail)
  }

  func check(_ code: Int32) throws { if code != SQLITE_OK { throw failure(code) } }

  /// What a result code means. SQLite's message names tables and columns, never a bound value.
  func failure(_ code: Int32) -> StoreError {
    error(kind(of: code), String(cString: sqlite3_errmsg(handle)))
  }

  func kind(of code: Int32) -> StoreError.Kind {
    switch code {
    case SQLITE_CONSTRAINT | 5 << 8, SQLITE_CONSTRAINT | 6 << 8, SQLITE_CONSTRAINT | 8 << 8: return .duplicate
    // The only triggers are those that close a database.
    case SQLITE_CONSTRAINT | 7 << 8: return .moving
    default: break
    }
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked
    case SQLITE_READONLY: return .readOnly
    case SQLITE_FULL: return .full
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
    case SQLITE_CANTOPEN: return Self.isMissing(path) ? .missing : .cannotOpen
    case SQLITE_PERM, SQLITE_AUTH: return .cannotOpen
    case SQLITE_INTERRUPT: return .interrupted
    case SQLITE_IOERR: return .other
    default: return .other
    }
  }
}
