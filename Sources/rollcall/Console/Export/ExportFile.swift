import Glibc
import SessionCore

/// A new file that its owner alone may read, which goes again unless it was written whole.
final class ExportFile {
  /// Where it is, from the root on.
  let path: String
  let descriptor: Int32
  private var isKept = false

  /// Makes the file, mode 0600 whatever the umask allows.
  ///
  /// - Parameter name: as a person types it: from here, from `/`, or from `~/` on.
  /// - Throws: ``CommandFailure`` when it is there already or cannot be made.
  init(newAt name: String) throws {
    path = Self.whole(name)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw Files.failure(path) }
      throw CommandFailure(
        .refused, Phrase("There is a file \(path) already: name another.", "文件 \(path) 已存在：请另取名称。"))
    }
    fchmod(descriptor, 0o600)
  }

  deinit {
    guard descriptor >= 0 else { return }
    if !isKept { unlink(path) }
    close(descriptor)
  }

  /// Keeps the file: all is in it.
  ///
  /// - Throws: ``CommandFailure`` when it does not get to the disk.
  func keep() throws {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Files.failure(path) }
    isKept = true
  }

  private static func whole(_ name: String) -> String {
    if name.hasPrefix("/") { return name }
    if name.hasPrefix("~/"), let home = DatabaseOptions.environment("HOME") { return home + name.dropFirst() }
    var here = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&here, here.count) != nil else { return name }
    let directory = String(decoding: here.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (directory == "/" ? "" : directory) + "/" + name
  }
}
