import Glibc
import SessionCore

/// A new file that its owner alone may read, for secrets.
final class PrivateFile {
  let path: String
  private let descriptor: Int32
  private let isRemovedIfEmpty: Bool
  private var isEmpty = true
  private var waiting: [UInt8] = []
  private static let piece = 64 * 1024

  /// Makes the file, mode 0600 whatever the umask allows. With `isRemovedIfEmpty` it goes again when nothing was
  /// written.
  ///
  /// - Throws: ``CommandFailure`` when it is there already or cannot be made.
  init(newAt path: String, isRemovedIfEmpty: Bool = false) throws {
    self.path = path
    self.isRemovedIfEmpty = isRemovedIfEmpty
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw Files.failure(path) }
      throw CommandFailure(
        .refused, Phrase("There is a file \(path) already: name another.", "文件 \(path) 已存在：请另取名称。"))
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if isEmpty, isRemovedIfEmpty { unlink(path) }
  }

  /// Adds a text.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be written.
  func write(_ text: String) throws {
    isEmpty = false
    waiting += text.utf8
    if waiting.count >= Self.piece { try flush() }
  }

  /// Sends out what is waiting.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be written.
  func flush() throws {
    var rest = waiting[...]
    waiting = []
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Files.failure(path) }
      rest = rest.dropFirst(count)
    }
  }
}
