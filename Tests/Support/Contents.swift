import SQLiteEngine

/// Every row of a database, as text: what was and what is, held against each other.
public struct Contents: Equatable, CustomStringConvertible {
  /// The rows of each table, in an order of their own.
  public private(set) var tables: [String: [String]] = [:]

  /// Reads every table of the database at `path`.
  public init(of path: String) throws {
    let connection = try SQLiteConnection(path: path)
    var columns: [String: [String]] = [:]
    try connection.query(
      """
      SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid
      """, []
    ) { columns[$0.text(0), default: []].append($0.text(1)) }
    for (table, names) in columns {
      var rows: [String] = []
      let row = names.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
      try connection.query("SELECT \(row) FROM \"\(table)\" ORDER BY 1", []) { rows.append($0.text(0)) }
      tables[table] = rows
    }
  }

  /// Each value of each column of each table, as bytes.
  public static func values(of path: String) throws -> [(place: String, bytes: [UInt8])] {
    let connection = try SQLiteConnection(path: path)
    var names: [(table: String, column: String)] = []
    try connection.query(
      """
      SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid
      """, []
    ) { names.append(($0.text(0), $0.text(1))) }
    var values: [(String, [UInt8])] = []
    for (table, column) in names {
      // A hexadecimal text of any value: a blob's bytes, a text's bytes, a number's digits.
      try connection.query("SELECT DISTINCT hex(\"\(column)\") FROM \"\(table)\"", []) { row in
        let digits = Array(row.text(0).utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
          UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
        values.append(("\(table).\(column)", bytes))
      }
    }
    return values
  }

  /// How many rows each table has.
  public var description: String { tables.mapValues(\.count).sorted { $0.key < $1.key }.description }
}
