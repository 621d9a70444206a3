/// Reads CSV as RFC 4180 has it: fields with commas, quotes or line breaks in them stand in quotes, a quote in them is
/// doubled. Lines may end in any way.
struct CommaScanner: RecordScanner {
  var cursor: ByteCursor
  var isBegun = false

  init(_ more: @escaping Bytes) { cursor = ByteCursor(more) }

  mutating func record() throws(ImportError) -> TextRecord {
    var record = TextRecord(line: cursor.line)
    var isClosed = false
    while let byte = try cursor.next() {
      switch byte {
      case Byte.comma:
        record.endField()
        isClosed = false
      case Byte.newline:
        record.endField()
        return record
      case Byte.carriageReturn:
        _ = try cursor.take(Byte.newline)
        record.endField()
        return record
      case Byte.doubleQuote where !isClosed && record.isAtFieldBeginning:
        try quoted(&record)
        isClosed = true
      default:
        if isClosed { record.problem = record.problem ?? .afterQuote(line: cursor.line) }
        record.add(byte)
      }
    }
    record.endField()
    return record
  }

  private mutating func quoted(_ record: inout TextRecord) throws(ImportError) {
    let line = cursor.line
    while let byte = try cursor.next() {
      if byte == Byte.doubleQuote {
        guard try cursor.take(Byte.doubleQuote) else { return }
      }
      record.add(byte)
    }
    throw .openQuote(line: line)
  }
}
