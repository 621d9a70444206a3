import Glibc

/// The open file of a ``Blocklist``, whatever its size: a few kilobytes of it are in memory at a time.
struct BlocklistFile: ~Copyable {
  private static let chunk = 1 << 16
  /// A digest, a colon and a count are far below this.
  private static let longestDigestLine = 128

  private let path: String
  private let descriptor: Int32
  private let size: Int

  init(path: String) throws(BlocklistError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw .unreadable(path, reason: reason)
    }
    self.path = path
    self.descriptor = descriptor
    self.size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The SHA-1 that a line of a list of digests begins with; nil for any other line.
  static func digest(of line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count == 40 || line.count > 40 && line[line.startIndex + 40] == UInt8(ascii: ":") else { return nil }
    return HashText.hex(String(decoding: line.prefix(40), as: UTF8.self))
  }

  /// Whether `matches` says so of a line; lines end with LF or CR LF.
  func containsLine(_ matches: (ArraySlice<UInt8>) -> Bool) throws(BlocklistError) -> Bool {
    var held: [UInt8] = []
    var offset = 0
    while true {
      let bytes = try read(at: offset, count: Self.chunk)
      if bytes.isEmpty { return !held.isEmpty && matches(Self.withoutReturn(held[...])) }
      offset += bytes.count
      held += bytes
      var start = 0
      while let end = held[start...].firstIndex(of: 0x0A) {
        if matches(Self.withoutReturn(held[start..<end])) { return true }
        start = end + 1
      }
      held.removeFirst(start)
      // No password is as long as this line.
      if held.count > Self.chunk { held = [] }
    }
  }

  /// Whether a sorted list of digests has `digest`.
  func search(for digest: [UInt8]) throws(BlocklistError) -> Bool {
    var (low, high) = (0, size)
    while low < high {
      guard let line = try line(at: (low + high) / 2, after: low) else { return false }
      guard let found = Self.digest(of: line.bytes) else { throw .damaged(path) }
      if found == digest { return true }
      if found.lexicographicallyPrecedes(digest) { low = line.end } else { high = line.start }
    }
    return false
  }

  /// The line that the byte at `offset` is of, no part of which is before `least`; nil at the end of the file. Of a line
  /// too long for a digest there is only a part.
  func line(at offset: Int, after least: Int) throws(BlocklistError)
    -> (bytes: ArraySlice<UInt8>, start: Int, end: Int)?
  {
    let first = max(least, offset - Self.longestDigestLine)
    let bytes = try read(at: first, count: offset - first + Self.longestDigestLine)
    guard offset - first < bytes.count else { return nil }
    let start = bytes[..<(offset - first)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[(offset - first)...].firstIndex(of: 0x0A) ?? bytes.endIndex
    return (Self.withoutReturn(bytes[start..<end]), first + start, first + end + 1)
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }

  private func read(at offset: Int, count: Int) throws(BlocklistError) -> [UInt8] {
    while true {
      var bytes = [UInt8](repeating: 0, count: count)
      let done = pread(descriptor, &bytes, count, off_t(offset))
      if done >= 0 { return Array(bytes.prefix(done)) }
      guard errno == EINTR else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
    }
  }
}
