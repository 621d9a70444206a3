/// A table as a move copies it: its columns with what they hold, the primary key first.
struct MovedTable: Sendable {
  /// A column and what its values are, but for NULL.
  struct Column: Sendable {
    enum Kind: Sendable { case integer, text, blob }

    let name: String
    let kind: Kind

    static func integer(_ name: String) -> Column { Column(name: name, kind: .integer) }
    static func text(_ name: String) -> Column { Column(name: name, kind: .text) }
    static func blob(_ name: String) -> Column { Column(name: name, kind: .blob) }
  }

  let name: String
  let columns: [Column]
  /// How many columns the primary key has: the first ones.
  let keyLength: Int
  /// Which rows go along, where some do not.
  let condition: String?

  init(_ name: String, key: [Column], _ others: [Column], where condition: String? = nil) {
    self.name = name
    self.columns = key + others
    self.keyLength = key.count
    self.condition = condition
  }

  /// The columns, as a statement lists them. Backquotes are quotes to every database here.
  var columnList: String { columns.map { "`\($0.name)`" }.joined(separator: ", ") }

  /// The key's columns, as a statement lists them.
  var keyList: String { columns.prefix(keyLength).map { "`\($0.name)`" }.joined(separator: ", ") }

  /// The key of a row of all columns.
  func key(of row: [SQLValue]) -> [SQLValue] { Array(row.prefix(keyLength)) }

  /// The value of a row's column.
  func value(_ column: Int, of row: any Row) -> SQLValue {
    if row.isNull(column) { return .null }
    return switch columns[column].kind {
    case .integer: .integer(row.integer(column))
    case .text: .text(row.text(column))
    case .blob: .blob(row.blob(column))
    }
  }

  /// All values of a row.
  func values(of row: any Row) -> [SQLValue] { columns.indices.map { value($0, of: row) } }
}
