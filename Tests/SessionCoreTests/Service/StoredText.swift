import SessionStore
import Support

/// Every value of a database as text, for looking for what must not be there.
struct StoredText {
  let all: [String]

  init(_ database: TestDatabase) throws {
    let raw = try database.address.connection()
    var columns: [(String, String)] = []
    try raw.query(
      "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'", []
    ) { columns.append(($0.text(0), $0.text(1))) }
    var values: [String] = []
    for (table, column) in columns {
      try raw.query("SELECT CAST(\"\(column)\" AS TEXT) FROM \"\(table)\"", []) {
        values.append("\(table).\(column): \($0.text(0))")
      }
    }
    all = values
  }
}
