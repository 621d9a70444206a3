/// Reads lines of fields between colons, as password files have them; nothing is quoted. Lines that begin with `#` are
/// comments.
struct ColonScanner: RecordScanner {
  var cursor: ByteCursor
  var isBegun = false
  static let comment: UInt8? = Byte.hash

  init(_ more: @escaping Bytes) { cursor = ByteCursor(more) }

  mutating func record() throws(ImportError) -> TextRecord {
    var record = TextRecord(line: cursor.line)
    while let byte = try cursor.next(), byte != Byte.newline {
      switch byte {
      case Byte.colon: record.endField()
      case Byte.carriageReturn where try cursor.peek() == Byte.newline: continue
      default: record.add(byte)
      }
    }
    record.endField()
    return record
  }
}
