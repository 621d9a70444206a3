/// Finds the objects of a JSON array, or of a file with one object after the other (RFC 8259), without reading them: only
/// one is held at a time.
struct ObjectScanner {
  /// The text of an object.
  struct Object {
    /// The line on which it begins, from 1.
    var line: Int
    var bytes: [UInt8] = []
    /// Whether it is longer than any account.
    var isTooLong = false

    fileprivate mutating func add(_ byte: UInt8) {
      if bytes.count < Bounds.row { bytes.append(byte) } else { isTooLong = true }
    }
  }

  private var cursor: ByteCursor
  private var isBegun = false
  private var isInArray = false

  init(_ more: @escaping Bytes) { cursor = ByteCursor(more) }

  var line: Int { cursor.line }
  var position: Int { cursor.position }

  /// The next object; nil at the end of a file that is whole.
  mutating func next() throws(ImportError) -> Object? {
    if !isBegun { try cursor.checkBeginning() }
    while let byte = try cursor.next() {
      switch byte {
      case _ where Byte.isBlank(byte): continue
      case Byte.openBracket where !isBegun: isInArray = true
      case Byte.comma where isBegun: continue
      case Byte.closeBracket where isInArray:
        isInArray = false
        while let rest = try cursor.next() { if !Byte.isBlank(rest) { throw .notJSON(line: cursor.line) } }
        return nil
      case Byte.openBrace:
        isBegun = true
        return try object()
      default: throw .notJSON(line: cursor.line)
      }
      isBegun = true
    }
    if isInArray { throw .cutShort(line: cursor.line) }
    guard isBegun else { throw .empty }
    return nil
  }

  /// The rest of an object whose first brace was read.
  private mutating func object() throws(ImportError) -> Object {
    var object = Object(line: cursor.line)
    object.add(Byte.openBrace)
    var depth = 1
    var isInText = false
    while depth > 0 {
      guard let byte = try cursor.next() else { throw .cutShort(line: cursor.line) }
      object.add(byte)
      switch byte {
      case Byte.doubleQuote: isInText.toggle()
      case Byte.backslash where isInText:
        guard let escaped = try cursor.next() else { throw .cutShort(line: cursor.line) }
        object.add(escaped)
      case Byte.openBrace where !isInText: depth += 1
      case Byte.closeBrace where !isInText: depth -= 1
      default: break
      }
    }
    return object
  }
}
