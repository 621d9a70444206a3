import Glibc

/// A file's bytes, read piece by piece: a file of any size takes 64 KiB of memory.
final class InputFile {
  private static let chunkSize = 64 * 1024
  /// How long a pipe that gives nothing is waited for before it is asked whether to stop, in milliseconds.
  private static let patience: CInt = 200

  private let descriptor: CInt
  private let isStopped: () -> Bool

  /// The file's size in bytes; nil for a pipe or a terminal, whose end nobody knows.
  let size: Int?

  /// Opens the file at `path`, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - isStopped: whether to give up reading.
  /// - Throws: ``ImportError/cannotRead(_:)``.
  init(path: String, isStopped: @escaping () -> Bool = { false }) throws(ImportError) {
    let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw .cannotRead("\(path): \(Self.reason())") }
    descriptor = file
    self.isStopped = isStopped
    var status = stat()
    let isRegular = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: ``ImportError/cannotRead(_:)``, ``ImportError/stopped``.
  func next() throws(ImportError) -> [UInt8]? {
    try waitForBytes()
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    var count = read(descriptor, &chunk, chunk.count)
    while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
    guard count >= 0 else { throw .cannotRead(Self.reason()) }
    chunk.removeLast(chunk.count - count)
    return chunk.isEmpty ? nil : chunk
  }

  /// Returns once there is something to read, or the end.
  private func waitForBytes() throws(ImportError) {
    while true {
      if isStopped() { throw .stopped }
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&wanted, 1, Self.patience) != 0 { return }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
