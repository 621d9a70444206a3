import Glibc
import Screen
import SessionCore

/// Standard output that could not be written.
struct OutputError: Error {
  let code: Int32

  /// Whether the reader has simply seen enough, as `head` does.
  var isBrokenPipe: Bool { code == EPIPE }

  var phrase: Phrase {
    let reason = String(cString: strerror(code))
    return Phrase(
      "Standard output cannot be written: \(reason). What it holds is not whole.", "无法写入标准输出：\(reason)。其内容不完整。")
  }
}

/// Standard output in large pieces: a list of a million rows takes no memory and few system calls.
///
/// What was written goes out with ``flush()``, and when the object goes away.
final class DataOutput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let piece = 64 * 1024

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  deinit { try? flush() }

  /// Takes a text as it is.
  ///
  /// - Throws: ``OutputError``.
  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.piece { try flush() }
  }

  /// Sends out what is waiting.
  ///
  /// - Throws: ``OutputError``. What could not be written is let go: it is not tried twice.
  func flush() throws {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputError(code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}

/// Single lines of data, on standard output.
enum Output {
  /// Writes a line as it is: a program reads it.
  ///
  /// - Throws: ``OutputError``.
  static func line(_ text: String) throws {
    let output = DataOutput()
    try output.write(text + "\n")
    try output.flush()
  }

  /// Writes a line made safe: a person reads it.
  ///
  /// - Throws: ``OutputError``.
  static func safe(_ text: String) throws { try line(SafeText.safe(text)) }
}
