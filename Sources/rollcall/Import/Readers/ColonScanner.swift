/// Reads lines of fields between colons, as password files have them; nothing is quoted. Lines that begin with `#` are
/// comments.
struct ColonScanner: RecordScanner {
  private var cursor: ByteCursor
  private var isBegun = false

  init(_ more: @escaping Bytes) { cursor = ByteCursor(more) }

  var line: Int { cursor.line }
  var position: Int { cursor.position }

  mutating func next() throws(ImportError) -> TextRecord? {
    if !isBegun { try cursor.checkBeginning() }
    isBegun = true
    while let first = try cursor.peek() {
      if first == Byte.hash {
        _ = try cursor.takeLine()
        continue
      }
      let record = try record()
      if !record.isBlank { return record }
    }
    return nil
  }

  private mutating func record() throws(ImportError) -> TextRecord {
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
