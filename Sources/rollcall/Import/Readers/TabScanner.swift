/// Reads TSV as `mysql --batch` and `COPY … TO` write it: quotes mean nothing, a backslash escapes a tab, a line break,
/// NUL and itself, and `\N` is NULL.
struct TabScanner: RecordScanner {
  var cursor: ByteCursor
  var isBegun = false

  init(_ more: @escaping Bytes) { cursor = ByteCursor(more) }

  mutating func record() throws(ImportError) -> TextRecord {
    var record = TextRecord(line: cursor.line)
    var isNull = false
    while let byte = try cursor.next() {
      switch byte {
      case Byte.tab:
        record.endField(isNull: isNull)
        isNull = false
      case Byte.newline:
        record.endField(isNull: isNull)
        return record
      case Byte.carriageReturn where try cursor.peek() == Byte.newline: continue
      case Byte.backslash:
        guard let escaped = try cursor.next() else {
          record.add(byte)
          continue
        }
        if escaped == UInt8(ascii: "N"), record.isAtFieldBeginning { isNull = true } else { add(escaped, to: &record) }
      default: record.add(byte)
      }
    }
    record.endField(isNull: isNull)
    return record
  }

  private func add(_ escaped: UInt8, to record: inout TextRecord) {
    switch escaped {
    case UInt8(ascii: "t"): record.add(Byte.tab)
    case UInt8(ascii: "n"): record.add(Byte.newline)
    case UInt8(ascii: "r"): record.add(Byte.carriageReturn)
    case UInt8(ascii: "0"): record.add(0)
    case Byte.backslash: record.add(Byte.backslash)
    default:
      record.add(Byte.backslash)
      record.add(escaped)
    }
  }
}
