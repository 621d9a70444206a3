import Glibc
import SessionCore

/// Says to all programs that somebody is changing a great many rows and sees to the log: a login that finds the log long
/// then does not stop to move a sweep's changes into the database.
///
/// It is a lock on a byte of the log that holds nothing. The kernel takes it back whatever becomes of the program. SQLite
/// itself locks no byte of this file.
final class LogKeeper {
  /// F_OFD_GETLK and F_OFD_SETLK of Linux, which Glibc's module leaves out: a lock of the opening, not of the process.
  private static let (getLockOfOpening, setLockOfOpening): (Int32, Int32) = (36, 37)
  private static let byte = off_t(1) << 60

  private let file: Int32
  /// What others had committed when it was last looked.
  var counter: Int64 = 0
  /// When somebody else was last seen to have committed. Until it is known better, somebody may be about to.
  var company = Monotonic.nanoseconds

  /// Begins; nil for a database that has no log.
  init?(of database: String) {
    file = open(database + "-wal", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    // Shared: there may be several of them.
    var lock = Self.lock(F_RDLCK)
    _ = fcntl(file, Self.setLockOfOpening, &lock)
  }

  deinit { close(file) }

  /// Has on disk what was appended so far: otherwise the next login that commits waits for that too.
  func sync() { fdatasync(file) }

  /// Whether somebody sees to the log of this database.
  static func isAbout(_ database: String) -> Bool {
    let file = open(database + "-wal", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var lock = lock(F_WRLCK)
    return fcntl(file, getLockOfOpening, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  private static func lock(_ type: Int32) -> flock {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = byte
    lock.l_len = 1
    return lock
  }
}
