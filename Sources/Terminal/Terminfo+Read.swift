extension Terminfo {
  /// 16-bit numbers.
  private static let legacy = 0o432
  /// 32-bit numbers.
  private static let wide = 0o1036

  /// Reads a compiled entry; nil when it is none, or is cut.
  init?(compiled bytes: [UInt8]) {
    var reader = EntryReader(bytes)
    guard let magic = reader.short(), magic == Self.legacy || magic == Self.wide else { return nil }
    let isWide = magic == Self.wide
    guard let header = reader.shorts(5), header.allSatisfy({ $0 >= 0 }), let names = reader.bytes(header[0]),
      let flags = reader.bytes(header[1])
    else { return nil }
    self.names = names.last == 0 ? names.dropLast() : names
    self.flags = flags
    reader.align()
    guard let numbers = reader.numbers(header[2], wide: isWide), let offsets = reader.shorts(header[3]),
      let table = reader.bytes(header[4])
    else { return nil }
    self.numbers = numbers
    strings = offsets.map { Self.string(table, at: $0) }
    reader.align()
    if let extended = Self.readExtended(&reader, isWide) { self.extended = extended }
  }

  /// The zero-terminated text at an offset; nil for an absent one.
  private static func string(_ table: [UInt8], at offset: Int) -> [UInt8]? {
    guard offset >= 0, offset < table.count else { return nil }
    return Array(table[offset...].prefix { $0 != 0 })
  }

  /// Names stand behind the values in one table, at offsets of their own.
  private static func readExtended(_ reader: inout EntryReader, _ isWide: Bool) -> Extended? {
    guard let header = reader.shorts(5), header.allSatisfy({ $0 >= 0 }), let flags = reader.bytes(header[0]) else {
      return nil
    }
    reader.align()
    let count = header[0] + header[1] + header[2]
    guard let numbers = reader.numbers(header[1], wide: isWide), let values = reader.shorts(header[2]),
      let nameOffsets = reader.shorts(count), let table = reader.bytes(header[4])
    else { return nil }
    let strings = values.map { string(table, at: $0) }
    let end = zip(values, strings).map { $0 + ($1?.count ?? -1) + 1 }.max() ?? 0
    let nameTable = Array(table[min(table.count, max(0, end))...])
    let names = nameOffsets.compactMap { string(nameTable, at: $0) }
    guard names.count == count else { return nil }
    return Extended(
      flags: zip(names, flags).map { ($0, $1) },
      numbers: zip(names[header[0]...], numbers).map { ($0, $1) },
      strings: zip(names[(header[0] + header[1])...], strings).map { ($0, $1) })
  }
}

/// Takes little-endian values from an entry, one after the other; nil at its end.
private struct EntryReader {
  private let all: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { all = bytes }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, at + count <= all.count else { return nil }
    defer { at += count }
    return Array(all[at..<(at + count)])
  }

  mutating func short() -> Int? {
    bytes(2).map { Int(Int16(bitPattern: UInt16($0[0]) | UInt16($0[1]) << 8)) }
  }

  mutating func shorts(_ count: Int) -> [Int]? {
    guard let bytes = bytes(count * 2) else { return nil }
    return stride(from: 0, to: bytes.count, by: 2).map {
      Int(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8))
    }
  }

  mutating func numbers(_ count: Int, wide: Bool) -> [Int32]? {
    guard wide else { return shorts(count)?.map(Int32.init) }
    guard let bytes = bytes(count * 4) else { return nil }
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      let value = bytes[start..<(start + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return Int32(bitPattern: value)
    }
  }

  /// Numbers begin at even places.
  mutating func align() { at += at & 1 }
}
