/// A place in a stream of bytes, with one byte seen ahead, that knows its line.
struct ByteCursor {
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private var chunk: [UInt8] = []
  private var offset = 0
  private var before = 0
  private let more: () throws(ImportError) -> [UInt8]?

  /// How many bytes were taken.
  var position: Int { before + offset }

  /// Reads what `more` gives until it gives nil.
  init(_ more: @escaping () throws(ImportError) -> [UInt8]?) { self.more = more }

  /// The next byte, left where it is; nil at the end.
  mutating func peek() throws(ImportError) -> UInt8? {
    while offset == chunk.count {
      guard let next = try more() else { return nil }
      before += chunk.count
      chunk = next
      offset = 0
    }
    return chunk[offset]
  }

  /// The next byte; nil at the end.
  mutating func next() throws(ImportError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    offset += 1
    if byte == Byte.newline { line += 1 }
    return byte
  }

  /// Takes the next byte if it is `byte`.
  mutating func take(_ byte: UInt8) throws(ImportError) -> Bool {
    guard try peek() == byte else { return false }
    _ = try next()
    return true
  }

  /// Refuses, by their first bytes, files that hold no text; passes over UTF-8's byte order mark.
  ///
  /// - Throws: ``ImportError/empty``, ``ImportError/utf16``, ``ImportError/compressed``.
  mutating func checkBeginning() throws(ImportError) {
    switch try peek() {
    case nil: throw .empty
    case 0xFF, 0xFE: throw .utf16
    case 0x1F, 0xFD: throw .compressed  // gzip, xz
    case 0xEF:
      for _ in 0..<3 { _ = try next() }
    default: break
    }
  }

  /// Takes the rest of the line and its end.
  ///
  /// - Returns: the first 64 bytes of it.
  mutating func takeLine() throws(ImportError) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = try next(), byte != Byte.newline {
      if text.count < 64 { text.append(byte) }
    }
    return text
  }
}

/// The bytes that mean something in a file of accounts.
enum Byte {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let colon = UInt8(ascii: ":")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backtick = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let dash = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")
  static let slash = UInt8(ascii: "/")
  static let star = UInt8(ascii: "*")
  static let bang = UInt8(ascii: "!")
  static let dot = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@") || byte >= 0x80
  }
  static func hexDigit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }
}
