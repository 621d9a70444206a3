import Glibc

/// A dump's bytes, read piece by piece: a file of any size takes 64 KiB of memory.
final class DumpFile {
  private static let chunkSize = 64 * 1024
  private let descriptor: CInt

  /// Opens the file at `path`, or standard input for `-`.
  ///
  /// - Throws: ``DumpError/cannotRead(_:)``.
  init(path: String) throws(DumpError) {
    guard path != "-" else {
      descriptor = dup(STDIN_FILENO)
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .cannotRead("\(path): \(Self.reason())") }
  }

  deinit { close(descriptor) }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: ``DumpError/cannotRead(_:)``.
  func next() throws(DumpError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    var count = read(descriptor, &chunk, chunk.count)
    while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
    guard count >= 0 else { throw .cannotRead(Self.reason()) }
    chunk.removeLast(chunk.count - count)
    return chunk.isEmpty ? nil : chunk
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
