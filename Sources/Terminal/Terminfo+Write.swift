extension Terminfo {
  /// The compiled entry, with 32-bit numbers; nil when it is beyond what offsets of 15 bits can say.
  var compiled: [UInt8]? {
    let (offsets, table) = Self.table(strings)
    let values = Self.table(extended.strings.map(\.value))
    let extendedNames = extended.flags.map(\.name) + extended.numbers.map(\.name) + extended.strings.map(\.name)
    let names = Self.table(extendedNames)
    let extendedTable = values.bytes + names.bytes
    guard table.count < 0x7FFF, extendedTable.count < 0x7FFF else { return nil }

    var writer = EntryWriter()
    writer.shorts([0o1036, self.names.count + 1, flags.count, numbers.count, strings.count, table.count])
    writer.bytes += self.names + [0] + flags
    writer.align()
    numbers.forEach { writer.number($0) }
    writer.shorts(offsets)
    writer.bytes += table
    writer.align()
    let present = extended.strings.count { $0.value != nil } + extendedNames.count
    writer.shorts([
      extended.flags.count, extended.numbers.count, extended.strings.count, present, extendedTable.count,
    ])
    writer.bytes += extended.flags.map(\.value)
    writer.align()
    extended.numbers.forEach { writer.number($0.value) }
    writer.shorts(values.offsets + names.offsets)
    writer.bytes += extendedTable
    return writer.bytes
  }

  /// Texts one after the other, each with its offset, -1 for an absent one.
  private static func table(_ strings: [[UInt8]?]) -> (offsets: [Int], bytes: [UInt8]) {
    var bytes: [UInt8] = []
    let offsets = strings.map { string in
      guard let string else { return -1 }
      defer { bytes += string + [0] }
      return bytes.count
    }
    return (offsets, bytes)
  }
}

/// Puts little-endian values one after the other.
private struct EntryWriter {
  var bytes: [UInt8] = []

  mutating func shorts(_ values: [Int]) {
    for value in values {
      let bits = UInt16(truncatingIfNeeded: value)
      bytes += [UInt8(bits & 0xFF), UInt8(bits >> 8)]
    }
  }

  mutating func number(_ value: Int32) {
    let bits = UInt32(bitPattern: value)
    bytes += [0, 8, 16, 24].map { UInt8(bits >> $0 & 0xFF) }
  }

  mutating func align() {
    if bytes.count % 2 == 1 { bytes.append(0) }
  }
}
