import Glibc

/// Where the request's body comes from.
enum Input {
  /// Reads `count` bytes from the standard input, or fewer when it ends before.
  static func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = Glibc.read(0, start + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}

extension Input {
  /// Reads `count` bytes, or fewer when the input ends before, and forgets them.
  static func discard(_ count: Int) {
    var rest = count
    while rest > 0 {
      let got = read(min(rest, 1 << 16)).count
      guard got > 0 else { return }
      rest -= got
    }
  }
}

/// Where the answer and the operator's lines go.
enum Output {
  /// Writes the answer whole and returns whether that was possible.
  static func write(_ bytes: [UInt8]) -> Bool { write(bytes, to: 1) }

  /// Writes a line to the server's error log.
  static func report(_ line: String) { _ = write(oneLine(line), to: 2) }

  /// A text as one line, whatever a path or a library's message in it holds.
  static func oneLine(_ text: String) -> [UInt8] {
    text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 } + [0x0A]
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let written = Glibc.write(descriptor, start, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }
}
