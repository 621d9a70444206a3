import Screen

/// Control sequences that keyboards send.
enum KeySequences {
  /// What nearly every terminal sends, in both forms that its cursor keys have.
  static let usual: [[UInt8]: Key] = {
    var all: [[UInt8]: Key] = [:]
    let letters: [(Character, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    for (letter, key) in letters {
      all[Array("\u{1B}[\(letter)".utf8)] = key
      all[Array("\u{1B}O\(letter)".utf8)] = key
    }
    for (number, letter) in "PQRS".enumerated() { all[Array("\u{1B}O\(letter)".utf8)] = .function(number + 1) }
    for (number, letter) in "ABCDE".enumerated() { all[Array("\u{1B}[[\(letter)".utf8)] = .function(number + 1) }
    all[Array("\u{1B}[Z".utf8)] = .backTab
    all[Array("\u{1B}OM".utf8)] = .enter
    let numbered: [Int: Key] = [
      1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1), 12: .function(2),
      13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8),
      20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]
    for (number, key) in numbered { all[Array("\u{1B}[\(number)~".utf8)] = key }
    return all
  }()

  /// Terminfo's names of keys.
  static let terminfo: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// How many bytes the sequence at the beginning has: 1 for an Escape alone before something else, nil when it is not
  /// complete.
  static func length(_ bytes: [UInt8]) -> Int? {
    switch bytes[1] {
    case UInt8(ascii: "["):
      // The Linux console sends `ESC [ [` and a letter for F1 to F5.
      if bytes.count > 2, bytes[2] == UInt8(ascii: "[") { return bytes.count > 3 ? 4 : nil }
      // Parameters and intermediates, then a final byte; a control byte breaks the sequence off (ECMA-48, 5.4).
      guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
      return (0x40...0x7E).contains(bytes[end]) ? end + 1 : end
    case UInt8(ascii: "O"):
      return bytes.count > 2 ? ((0x20...0x7E).contains(bytes[2]) ? 3 : 1) : nil
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return stringLength(bytes)
    default:
      return 1
    }
  }

  /// An answer of the terminal in a string: up to BEL or `ESC \`.
  private static func stringLength(_ bytes: [UInt8]) -> Int? {
    for index in bytes.indices.dropFirst(2) {
      if bytes[index] == 0x07 { return index + 1 }
      if bytes[index] == 0x1B { return bytes.count > index + 1 ? index + 2 : nil }
    }
    return nil
  }

  /// A key with Shift, Alt or Control held: the same key to us, as in `ESC [ 1 ; 5 A` or `ESC [ 3 ; 2 ~`.
  static func modified(_ sequence: [UInt8]) -> Key? {
    guard sequence.starts(with: Array("\u{1B}[".utf8)), let last = sequence.last,
      let mark = sequence.firstIndex(of: UInt8(ascii: ";")),
      sequence[2...].dropLast().allSatisfy({ (0x30...0x3B).contains($0) })
    else { return nil }
    if last == UInt8(ascii: "~") { return usual[Array(sequence[..<mark]) + [last]] }
    let isFunction = (0x50...0x53).contains(last)
    return usual[[0x1B, isFunction ? UInt8(ascii: "O") : UInt8(ascii: "["), last]]
  }
}
