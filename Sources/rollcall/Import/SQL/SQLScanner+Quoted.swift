extension SQLScanner {
  /// A text whose opening quote was taken. A backslash escapes as in MySQL 8.0, section 9.1.1; a quote is doubled.
  mutating func text(upTo quote: UInt8) throws(ImportError) -> [UInt8] {
    var bytes: [UInt8] = []
    while var byte = try cursor.next() {
      if byte == quote {
        guard try cursor.take(quote) else { return bytes }
      } else if byte == Byte.backslash {
        guard let escaped = try cursor.next() else { break }
        if escaped == UInt8(ascii: "%") || escaped == UInt8(ascii: "_") { bytes.append(byte) }
        byte = Self.escaped(escaped)
      }
      if bytes.count < Self.longestText { bytes.append(byte) }
    }
    throw .cutShort(line: line)
  }

  private static func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): 0x00
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "Z"): 0x1A
    default: byte
    }
  }

  /// A name whose opening backtick was taken; one inside it is doubled.
  mutating func quoted(by quote: UInt8) throws(ImportError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = try cursor.next() {
      if byte == quote {
        guard try cursor.take(quote) else { return bytes }
      }
      if bytes.count < Self.longestText { bytes.append(byte) }
    }
    throw .cutShort(line: line)
  }

  /// The bytes of `0x…`, whose beginning was taken.
  mutating func hex() throws(ImportError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = try cursor.peek(), let high = Byte.hexDigit(byte) {
      _ = try cursor.next()
      guard let second = try cursor.next(), let low = Byte.hexDigit(second) else { throw .unexpected(line: line) }
      if bytes.count < Self.longestText { bytes.append(high << 4 | low) }
    }
    return bytes
  }

  mutating func quotedHex() throws(ImportError) -> [UInt8] {
    let bytes = try hex()
    guard try cursor.take(Byte.quote) else { throw .unexpected(line: line) }
    return bytes
  }
}
