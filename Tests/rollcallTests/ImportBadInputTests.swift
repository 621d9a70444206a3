import Foundation
import SessionCore
import Testing

@testable import rollcall

/// Files that are no dump, or not all of one: each is told apart.
@Suite struct ImportBadInputTests {
  @Test(
    "A file that is no dump is refused as such",
    arguments: [
      "", "\n\n", "id,login_name,password\n1,alice,secret\n", "[{\"login_name\": \"alice\"}]",
      "don't know what this is",
      "<?xml version=\"1.0\"?><mysqldump/>", "\u{0}\u{1}\u{2}", "root:x:0:0::/root:/bin/sh\n", "-- only a comment\n",
    ])
  func noDump(text: String) {
    #expect(throws: ImportError.notADump) { try ImportFixture.rows(text.utf8) }
  }

  @Test func otherForms() {
    #expect(throws: ImportError.utf16) { try ImportFixture.rows([0xFF, 0xFE, 0x2D, 0x00]) }
    #expect(throws: ImportError.compressed) { try ImportFixture.rows([0x1F, 0x8B, 0x08, 0x00]) }
  }

  @Test(
    "What a dump does not have is named with its line",
    arguments: [
      ("/*!40101 SET NAMES latin1 */;\n", ImportError.characterSet("latin1", line: 1)),
      ("\nSET NAMES 'gbk';\n", .characterSet("gbk", line: 2)),
      ("CREATE TABLE `users` (`id` int);\n", .noTable("user_man")),
      ("INSERT INTO `user_man` VALUES (1,'a','b',NULL);\n", .noColumnNames(line: 1)),
    ])
  func damaged(dump: String, error: ImportError) {
    #expect(throws: error) { try ImportFixture.rows(dump.utf8) }
  }

  @Test(
    "A statement that a dump does not have is named by its line",
    arguments: [
      "INSERT INTO `user_man` VALUES (1,'a');", "INSERT INTO `user_man` VALUES (1,'a','b',NULL,5);",
      "INSERT INTO `user_man` VALUES (1,NOW(),'b',NULL);", "INSERT INTO `user_man` SELECT * FROM x;",
      "INSERT INTO `user_man` VALUES (1,0x4,'b',NULL);", "nonsense;",
    ])
  func unexpected(statement: String) {
    let dump = ImportFixture.table + statement + "\n"
    #expect(throws: ImportError.unexpected(line: 8)) { try ImportFixture.rows(dump.utf8) }
  }

  @Test func aColumnIsMissing() {
    let dump = "INSERT INTO `user_man` (id, login_name) VALUES (1,'a');"
    #expect(throws: ImportError.noColumn("password", line: 1)) { try ImportFixture.accounts(dump.utf8) }
  }

  @Test("A dump cut anywhere is never taken for a whole one")
  func cut() throws {
    let whole = try Data(contentsOf: URL(filePath: ImportFixture.sample))
    let count = try ImportFixture.rows(whole, pieces: 65536).count
    let begin = try #require(whole.range(of: Data("-- Dump completed".utf8))).lowerBound
    for length in stride(from: 0, through: begin, by: 53) {
      var reader = MySQLDump(table: "user_man", ImportFixture.pieces(whole.prefix(length), of: 65536))
      var rows = 0
      let error = #expect(throws: ImportError.self) { while try reader.next() != nil { rows += 1 } }
      let lines = whole.prefix(length).count { $0 == 0x0A } + 1
      #expect(
        error == .cutShort(line: lines) || (length < 80 && error == .notADump), "\(length) \(String(describing: error))"
      )
      #expect(rows <= count)
    }
  }

  @Test func aFileThatIsNotThere() {
    #expect(throws: ImportError.cannotRead("/nonexistent/dump.sql: No such file or directory")) {
      try InputFile(path: "/nonexistent/dump.sql")
    }
    #expect(throws: ImportError.cannotRead("Is a directory")) {
      _ = try InputFile(path: "/").next()
    }
  }

  @Test("Any bytes at all end in rows or in an error")
  func noise() throws {
    let whole = Array(try Data(contentsOf: URL(filePath: ImportFixture.sample)).prefix(9000))
    var random = SplitMix(state: 7)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<8 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
      #expect(throws: ImportError.self) { try ImportFixture.rows(bytes, pieces: 65536) }
    }
  }
}

/// The same numbers in every run (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
