import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What goes to a MariaDB server and comes back.
@Suite struct SpeakingTests {
  let database: MariaDBDatabase
  let connection: MariaDBConnection

  init() throws {
    database = try MariaDBDatabase()
    connection = try MariaDBConnection(database.address)
  }

  @Test func `values come back as they went`() throws {
    let long = String(repeating: "é", count: 5000)
    let values: [SQLValue] = [
      .null, .integer(.min), .integer(.max), .text(""), .text("a\u{0}b'\"\\\n%_"), .text("👩‍👩‍👧‍👦 中文 ﷽"), .text(long),
      .blob([]), .blob([0, 0xFF, 0xC0, 0x80, 0x27]), .blob(Array(repeating: 0xFE, count: 10_240)),
    ]
    for value in values {
      var found: SQLValue?
      try connection.query("SELECT ?", [value]) { row in
        found =
          switch value {
          case .null: row.isNull(0) ? .null : nil
          case .integer: .integer(row.integer(0))
          case .text: .text(row.text(0))
          case .blob: .blob(row.blob(0))
          }
      }
      #expect(found == value)
    }
  }
}
