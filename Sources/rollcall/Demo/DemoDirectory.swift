import Glibc
import SessionCore

/// A directory for a demonstration's files, which goes when the program does.
///
/// A program that is killed cannot tidy up. So each holds a lock on its directory for as long as it lives, and the next
/// one removes those of its user that nobody holds.
final class DemoDirectory: Sendable {
  let path: String
  private let lock: Int32

  private static let prefix = "rollcall-demo-"
  private static let lockName = "lock"

  /// Makes a directory that its owner alone may enter, once the abandoned ones are gone.
  ///
  /// - Throws: ``CommandFailure`` when there is no place for one.
  init() throws {
    let parent = Self.parent
    Self.tidy(parent)
    var template = Array((parent + "/" + Self.prefix + String(repeating: "X", count: 6)).utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        .refused,
        Phrase(
          "No directory can be made in \(parent): set TMPDIR to one that you may write.",
          "无法在 \(parent) 中创建目录：请将 TMPDIR 设为可写的目录。"))
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    lock = open(path + "/" + Self.lockName, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw Files.failure(path) }
  }

  deinit {
    Self.remove(path)
    close(lock)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Removes what is in it, but for the lock.
  func empty() { Self.names(in: path).filter { $0 != Self.lockName }.forEach { unlink(file($0)) } }

  private static var parent: String {
    let named = DatabaseOptions.environment("TMPDIR") ?? "/tmp"
    return named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
  }

  /// Removes the directories of programs that were killed. What is another user's, a link, or locked, is left alone.
  private static func tidy(_ parent: String) {
    for name in names(in: parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else { continue }
      let file = open(path + "/" + lockName, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(file)
    }
  }

  /// Removes a directory of plain files, the lock last: whoever looks meanwhile still finds it locked.
  private static func remove(_ path: String) {
    for name in names(in: path) where name != lockName { unlink(path + "/" + name) }
    unlink(path + "/" + lockName)
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
