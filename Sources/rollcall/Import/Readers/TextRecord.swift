/// A row of a text file with columns.
struct TextRecord {
  /// The line on which it begins, from 1.
  var line: Int
  /// Its fields; nil for one that is NULL.
  var fields: [[UInt8]?] = []
  /// Why it cannot be trusted.
  var problem: RowReason?

  private var bytes = 0
  private var field: [UInt8] = []

  init(line: Int) { self.line = line }

  /// Whether nothing stands in it.
  var isBlank: Bool { fields.count == 1 && fields[0]?.isEmpty == true && problem == nil }
  /// Whether nothing was read for the field that is being read.
  var isAtFieldBeginning: Bool { field.isEmpty }

  /// Adds a byte to the field that is being read.
  mutating func add(_ byte: UInt8) {
    bytes += 1
    if bytes > Bounds.row || field.count == Bounds.field {
      problem = .longRow
    } else {
      field.append(byte)
    }
  }

  /// Ends the field that is being read.
  mutating func endField(isNull: Bool = false) {
    if fields.count < Bounds.fields { fields.append(isNull ? nil : field) } else { problem = .longRow }
    field = []
  }
}

/// Cuts a text file into rows of fields.
protocol RecordScanner {
  /// Where scanning has come to.
  var cursor: ByteCursor { get set }
  /// Whether a row was asked for yet.
  var isBegun: Bool { get set }
  /// What a line for people alone begins with; nil where there is none.
  static var comment: UInt8? { get }
  /// The row that begins here; the file has not ended.
  mutating func record() throws(ImportError) -> TextRecord
}

extension RecordScanner {
  static var comment: UInt8? { nil }

  /// The line where scanning has come to, from 1.
  var line: Int { cursor.line }
  /// How many bytes were read.
  var position: Int { cursor.position }

  /// The next row that is not blank; nil at the end.
  mutating func next() throws(ImportError) -> TextRecord? {
    if !isBegun { try cursor.checkBeginning() }
    isBegun = true
    while let first = try cursor.peek() {
      if first == Self.comment {
        _ = try cursor.takeLine()
        continue
      }
      let record = try record()
      if !record.isBlank { return record }
    }
    return nil
  }
}
