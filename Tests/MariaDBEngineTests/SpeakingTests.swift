import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What goes to a MariaDB server and comes back.
@Suite struct SpeakingTests {
  let bench: Workbench
  let connection: MariaDBConnection

  init() throws {
    bench = try Workbench()
    connection = try bench.connection()
  }

  @Test func `values come back as they went`() throws {
    let long = String(repeating: "é", count: 5120)
    let values: [SQLValue] = [
      .null, .integer(.min), .integer(.max), .text(""), .text("a\u{0}b'\"\\\n%_ "), .text("👩‍👩‍👧‍👦 中文 ﷽"), .text(long),
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

  @Test func `what is stored is compared by its bytes`() throws {
    try connection.run(
      "CREATE TEMPORARY TABLE words(word VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PRIMARY KEY)", [])
    for word in ["alice", "Alice", "alice ", "àlice", "a\u{300}lice", "😀"] {
      try connection.run("INSERT INTO words VALUES(?)", [.text(word)])
      var found: [String] = []
      try connection.query("SELECT word FROM words WHERE word = ?", [.text(word)]) { found.append($0.text(0)) }
      #expect(found == [word])
    }
  }

  @Test func `bytes that are no UTF-8 are no text, and leave no trace`() throws {
    try connection.run("CREATE TEMPORARY TABLE words(word VARCHAR(100) CHARACTER SET utf8mb4)", [])
    let found = failure { try connection.run("INSERT INTO words VALUES(?)", [.blob([0x73, 0x65, 0x63, 0xFF, 0xC0])]) }
    #expect(found?.kind == .other)
    #expect(found?.detail.contains("sec") == false)
  }

  @Test func `numbers are read whatever the server makes of them`() throws {
    let expressions: [(String, Int64)] = [
      ("SUM(value + 3)", 6), ("COUNT(*)", 2), ("MAX(id)", 2), ("AVG(id)", 1),
      ("CAST(18446744073709551615 AS UNSIGNED)", .max),
      ("-9223372036854775808", .min), ("99999999999999999999", .max), ("-99999999999999999999.5", .min), ("2.9e0", 2),
      ("1 = 1", 1), ("'12abc'", 12), ("'abc'", 0), ("CAST(7 AS DECIMAL(10, 3))", 7),
    ]
    for (expression, number) in expressions {
      try connection.query("SELECT \(expression) FROM bench", []) { #expect($0.integer(0) == number, "\(expression)") }
    }
    try connection.query("SELECT 5, NULL, 1.5e0", []) { row in
      #expect(row.text(0) == "5" && row.blob(0) == [0x35] && row.text(2) == "1.5")
      #expect(row.isNull(1) && row.text(1).isEmpty && row.integer(1) == 0 && row.blob(1).isEmpty)
      #expect(row.isNull(7))
    }
  }

  @Test func `a large answer comes whole, and others may be asked for while it is read`() throws {
    var (sum, count): (Int64, Int64) = (0, 0)
    try connection.query("SELECT seq, REPEAT('x', 500) FROM seq_1_to_20000", []) { row in
      (sum, count) = (sum + row.integer(0), count + Int64(row.text(1).utf8.count))
      guard row.integer(0) % 5000 == 0 else { return }
      let value = try connection.value()
      #expect(value == 0)
    }
    #expect(sum == 20_000 * 20_001 / 2)
    #expect(count == 20_000 * 500)
  }

  @Test func `rows that a condition finds count as changed`() throws {
    #expect(try connection.run("UPDATE bench SET value = 0", []) == 2)
    #expect(try connection.run("UPDATE bench SET value = 1 WHERE id > ?", [.integer(9)]) == 0)
    #expect(try connection.run("DELETE FROM bench WHERE id = ?", [.integer(2)]) == 1)
  }

  @Test func `question marks and values go together, or nothing is sent`() throws {
    #expect(failure { try connection.run("SELECT ?", []) }?.kind == .other)
    #expect(failure { try connection.run("SELECT 1", [.integer(1)]) }?.kind == .other)
    #expect(try connection.value() == 0)
  }

  @Test func `a statement goes on after its table was changed`() throws {
    let other = try bench.connection()
    let select = "SELECT * FROM bench WHERE id = ?"
    for number in 0..<5 {
      try connection.query(select, [.integer(1)]) { row in
        #expect(row.integer(0) == 1)
        #expect((0..<number).allSatisfy { row.text(2 + $0) == String(repeating: "x", count: $0) })
        #expect(row.isNull(2 + number))
      }
      let text = String(repeating: "x", count: number)
      try other.run("ALTER TABLE bench ADD COLUMN more\(number) VARCHAR(9) NOT NULL DEFAULT '\(text)'", [])
    }
  }

  @Test func `a statement goes on after many others`() throws {
    for number in 0..<300 {
      #expect(try connection.value() == 0)
      try connection.query("SELECT \(number)", []) { #expect($0.integer(0) == Int64(number)) }
    }
  }

  @Test func `tables of this database are known`() throws {
    #expect(try connection.hasTable("bench"))
    #expect(try !connection.hasTable("benches"))
    #expect(try !connection.hasTable("user"))
  }
}
