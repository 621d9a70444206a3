/// Cuts SQL, as MySQL and MariaDB dump it, into its words.
///
/// Comments are passed over. What stands between `/*!` and `*/` is SQL that only these servers run, so it is read; what
/// only a version that does not exist runs (`/*M!999999`) is not.
struct SQLScanner {
  /// What is kept of one text, in bytes: more than any login or password may have, and a bound on memory.
  static let longestText = 64 * 1024

  var cursor: ByteCursor
  private var openConditions = 0
  /// A comment says that the dump begins.
  private(set) var sawBeginning = false
  /// A comment says that the dump is complete.
  private(set) var sawCompletion = false

  /// Scans the bytes that `more` gives until it gives nil.
  init(_ more: @escaping () throws(ImportError) -> [UInt8]?) { cursor = ByteCursor(more) }

  /// The line where scanning has come to, from 1.
  var line: Int { cursor.line }
  /// How many bytes were read.
  var position: Int { cursor.position }

  /// Whether there are no more bytes.
  mutating func isAtEnd() throws(ImportError) -> Bool { try cursor.peek() == nil }

  /// Refuses, by their first bytes, files that cannot be a dump; passes over UTF-8's byte order mark.
  mutating func checkBeginning() throws(ImportError) {
    if try isAtEnd() { throw .notADump }
    try cursor.checkBeginning()
  }

  /// The next word.
  ///
  /// - Throws: ``ImportError/cutShort(line:)`` inside a text, a name or a comment.
  mutating func next() throws(ImportError) -> SQLToken {
    while let byte = try cursor.next() {
      switch byte {
      case Byte.hash: try comment()
      case Byte.dash where try cursor.take(Byte.dash): try comment()
      case Byte.slash where try cursor.take(Byte.star): try openComment()
      case Byte.star where try closeCondition(): continue
      case Byte.quote, Byte.doubleQuote: return try .text(text(upTo: byte))
      case Byte.backtick: return try .name(string(quoted(by: byte)))
      case UInt8(ascii: "0") where try cursor.take(UInt8(ascii: "x")): return try .text(hex())
      case UInt8(ascii: "x") where try cursor.take(Byte.quote), UInt8(ascii: "X") where try cursor.take(Byte.quote):
        return try .text(quotedHex())
      case _ where Byte.isDigit(byte) || byte == Byte.dash:
        return try .number(string(run(byte, while: Self.isInNumber)))
      case _ where Byte.isLetter(byte): return try .word(string(run(byte, while: Self.isInWord)).lowercased())
      case _ where Byte.isBlank(byte): continue
      default: return .sign(byte)
      }
    }
    return .end
  }

  /// Passes over the rest of the line; its first 64 bytes.
  mutating func takeLine() throws(ImportError) -> String { string(try cursor.takeLine()) }

  private mutating func comment() throws(ImportError) {
    let text = try takeLine()
    if text.hasPrefix(" MySQL dump") || text.hasPrefix(" MariaDB dump") { sawBeginning = true }
    if text.hasPrefix(" Dump completed") { sawCompletion = true }
  }

  private mutating func openComment() throws(ImportError) {
    _ = try cursor.take(UInt8(ascii: "M"))
    guard try cursor.take(Byte.bang) else { return try skipComment() }
    var version: [UInt8] = []
    while let byte = try cursor.peek(), Byte.isDigit(byte), version.count < 6 {
      version.append(byte)
      _ = try cursor.next()
    }
    if version == Array("999999".utf8) { try skipComment() } else { openConditions += 1 }
  }

  /// The end of a `/*!…*/`, if one is open.
  private mutating func closeCondition() throws(ImportError) -> Bool {
    guard openConditions > 0, try cursor.take(Byte.slash) else { return false }
    openConditions -= 1
    return true
  }

  private mutating func skipComment() throws(ImportError) {
    while let byte = try cursor.next() {
      if byte == Byte.star, try cursor.take(Byte.slash) { return }
    }
    throw .cutShort(line: line)
  }

  private mutating func run(_ first: UInt8, while belongs: (UInt8) -> Bool) throws(ImportError) -> [UInt8] {
    var bytes = [first]
    while let byte = try cursor.peek(), belongs(byte) {
      if bytes.count < Self.longestText { bytes.append(byte) }
      _ = try cursor.next()
    }
    return bytes
  }

  private static func isInWord(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) }
  private static func isInNumber(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || byte == Byte.dot || byte | 0x20 == UInt8(ascii: "e") || byte == Byte.dash
      || byte == UInt8(ascii: "+")
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
