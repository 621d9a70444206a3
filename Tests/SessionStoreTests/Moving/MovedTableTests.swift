import SQLiteEngine
import SessionCore
import Support
import Testing

@testable import SessionStore

@Suite struct MovedTableTests {
  private struct Column: Equatable {
    let name: String
    let kind: String
    let key: Int
  }

  @Test func `every table is moved with every column, but for leases and versions`() throws {
    let database = try TestDatabase(.sqlite)
    let connection = try database.anotherConnection()
    var tables: [String: [Column]] = [:]
    try connection.query(
      """
      SELECT t.name, c.name, c.type, c.pk FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY c.cid
      """, []
    ) { row in
      tables[row.text(0), default: []].append(
        Column(name: row.text(1), kind: row.text(2), key: Int(row.integer(3))))
    }
    #expect(Set(tables.keys) == Set(MovedTable.all.map(\.name) + ["leases", "schema_version"]))
    for table in MovedTable.all {
      let columns = table.columns.enumerated().map { index, column in
        Column(
          name: column.name, kind: Self.name(of: column.kind), key: index < table.keyLength ? index + 1 : 0)
      }
      let real = tables[table.name] ?? []
      #expect(columns.sorted { $0.name < $1.name } == real.sorted { $0.name < $1.name }, "\(table.name)")
    }
  }

  private static func name(of kind: MovedTable.Column.Kind) -> String {
    switch kind {
    case .integer: "INTEGER"
    case .text: "TEXT"
    case .blob: "BLOB"
    }
  }

  @Test func `what others refer to comes first`() throws {
    let database = try TestDatabase(.sqlite)
    let connection = try database.anotherConnection()
    let names = MovedTable.all.map(\.name)
    for (index, name) in names.enumerated() {
      try connection.query("SELECT \"table\" FROM pragma_foreign_key_list(?)", [.text(name)]) { row in
        #expect(names[..<index].contains(row.text(0)), "\(name)")
      }
    }
  }

  @Test func `rows that differ in anything give other bytes`() {
    let rows: [[SQLValue]] = [
      [.null], [.integer(0)], [.integer(1)], [.text("")], [.blob([])], [.text("é")], [.text("e\u{301}")],
      [.text("1")], [.blob([0x31])], [.null, .null], [.text("ab"), .text("c")], [.text("a"), .text("bc")],
      [.integer(256)], [.blob([0, 0, 0, 0, 0, 0, 1, 0])],
    ]
    #expect(Set(rows.map(TablePage.bytes)).count == rows.count)
  }

  @Test func `a hash of parts is the hash of the whole`() {
    var sum = SHA256.Sum()
    sum.add(Array("ab".utf8))
    sum.add([])
    sum.add(Array("c".utf8))
    #expect(sum.digest() == SHA256.digest(of: Array("abc".utf8)))
    #expect(SHA256.Sum().digest() == SHA256.digest(of: []))
  }
}
