import CSQLite
import Glibc
import SessionCore

/// SQLite without the counting of memory that nobody asks for, which takes a lock at every allocation. Before its first
/// use only; later it is refused, which does no harm.
private let withoutStatistics: Void = { _ = rollcall_sqlite_without_statistics() }()

extension SQLiteConnection {
  static func open(_ path: String, _ mode: Mode) throws -> OpaquePointer {
    guard path != ":memory:", !path.isEmpty else {
      throw StoreError(.cannotOpen, database: path, detail: "a database is a file")
    }
    withoutStatistics
    if mode == .create { try createFile(path) }
    let flags = (mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw StoreError(isMissing(path) ? .missing : .cannotOpen, database: path)
    }
    return handle
  }

  /// Whether nothing is there. What may not be looked at is not missing.
  static func isMissing(_ path: String) -> Bool { access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR) }

  /// Which file a path means.
  struct FileIdentity: Equatable {
    let device: dev_t
    let number: ino_t
  }

  /// The file that a path means now; nil for none.
  static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    return stat(path, &status) == 0 ? FileIdentity(device: status.st_dev, number: status.st_ino) : nil
  }

  /// Makes an empty file of mode 0600, whatever the umask: SQLite would make one that others can read.
  private static func createFile(_ path: String) throws {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST {
      throw StoreError(.cannotOpen, database: path)
    }
  }

  /// Turns a new database to write-ahead logging: readers and the one writer do not wait for each other.
  ///
  /// - Throws: ``SessionCore/StoreError`` when the database is in use, or cannot be written.
  public func enableWriteAheadLog() throws { try run("PRAGMA journal_mode=WAL", []) }

  /// Leaves no trace of what was deleted or overwritten: moves the log into the database and empties it.
  ///
  /// - Throws: ``SessionCore/StoreError`` when the database cannot be written.
  public func truncateLog() throws { try run("PRAGMA wal_checkpoint(TRUNCATE)", []) }
}
