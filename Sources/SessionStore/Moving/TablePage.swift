/// Rows of a table in the order of its key, in bytes that are the same wherever the rows are the same.
struct TablePage {
  /// A byte for the kind of each value, eight for the number or the length, and the bytes of a text or a blob. Every row
  /// has the same columns, so that no two pages give the same bytes.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  /// The key of the last row; nil for none.
  private(set) var last: [SQLValue]?

  mutating func add(_ row: any Row, of table: MovedTable) {
    for column in table.columns.indices { add(table.value(column, of: row)) }
    count += 1
    last = (0..<table.keyLength).map { table.value($0, of: row) }
  }

  /// A row's bytes alone: texts that look alike and differ are told apart, which Swift's `==` would not.
  static func bytes(of row: [SQLValue]) -> [UInt8] {
    var page = TablePage()
    for value in row { page.add(value) }
    return page.bytes
  }

  private mutating func add(_ value: SQLValue) {
    switch value {
    case .null: bytes.append(0)
    case .integer(let number):
      bytes.append(1)
      add(UInt64(bitPattern: number))
    case .text(var text):
      bytes.append(2)
      add(UInt64(text.utf8.count))
      text.withUTF8 { bytes.append(contentsOf: $0) }
    case .blob(let blob):
      bytes.append(3)
      add(UInt64(blob.count))
      bytes.append(contentsOf: blob)
    }
  }

  private mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
