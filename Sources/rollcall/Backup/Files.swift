import Glibc
import SessionCore

/// The file system's part of copies.
enum Files {
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether two paths mean one file.
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard let one = status(of: one), let other = status(of: other) else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// A path that nothing has yet: this one, or with a number after it.
  static func free(_ path: String) -> String {
    guard exists(path) else { return path }
    return (2...).lazy.map { "\(path)-\($0)" }.first { !exists($0) } ?? path
  }

  /// The directory that a path lies in.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Removes a database's file with those that SQLite keeps beside it.
  static func remove(_ database: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(database + suffix) }
  }

  /// Has a file, or a directory's list of names, on disk before it returns.
  static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fsync(file) == 0 || errno == EINVAL else { throw failure(path) }
  }

  /// Why a file could not be written.
  static func failure(_ path: String) -> CommandFailure {
    let reason = String(cString: strerror(errno))
    return CommandFailure(.refused, Phrase("\(path) cannot be written: \(reason).", "无法写入 \(path)：\(reason)。"))
  }
}

extension Timestamp {
  /// The moment in UTC as a part of a file's name: `20261122T140322Z`.
  var forFileName: String { String(rfc3339.filter { $0 != "-" && $0 != ":" }) }
}
