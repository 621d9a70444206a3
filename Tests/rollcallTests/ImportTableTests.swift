import Foundation
import SessionCore
import Testing

@testable import rollcall

/// Tables as CSV and TSV have them, and which column is for what.
@Suite struct ImportTableTests {
  private func comma(_ text: String, size: Int = 7) throws -> [[String?]] {
    var scanner = CommaScanner(ImportFixture.pieces(text.utf8, of: size))
    var rows: [[String?]] = []
    while let record = try scanner.next() { rows.append(record.fields.map(Self.string)) }
    return rows
  }

  private static func string(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  private func rows(_ text: some Sequence<UInt8>, map: [String] = [], header: Bool = true) throws -> [AccountRow] {
    var reader = TableReader(
      CommaScanner(ImportFixture.pieces(text)), map: try ColumnMap(map), hasHeader: header,
      builder: ImportFixture.builder)
    return try ImportFixture.all(&reader)
  }

  @Test(
    "A field is what RFC 4180 says, however the file is cut into pieces",
    arguments: [
      ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d", [["a", "b"], ["c", "d"]]), ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]),
      ("\"two\nlines\",x", [["two\nlines", "x"]]), ("a,\n", [["a", ""]]), ("\n\n  \n", [["  "]]),
      ("\u{FEFF}a,\"\"", [["a", ""]]), ("pa\"ss,'q'", [["pa\"ss", "'q'"]]), ("\"\"\"\"", [["\""]]),
    ])
  func fields(text: String, expected: [[String]]) throws {
    for size in [1, 2, 5, 64] { #expect(try comma(text, size: size) == expected) }
  }

  @Test("TSV is read as mysql --batch and COPY write it")
  func tabs() throws {
    var scanner = TabScanner(ImportFixture.pieces("a\\tb\t\\N\tc\\\\d\\n\\q\"\r\n\t\\0\n".utf8))
    #expect(try scanner.next()?.fields.map(Self.string) == ["a\tb", nil, "c\\d\n\\q\""])
    #expect(try scanner.next()?.fields.map(Self.string) == ["", "\0"])
    #expect(try scanner.next() == nil)
  }

  @Test("Columns are found by their usual names, in any order and case")
  func usualNames() throws {
    let text = "ID,Created_At,Password,UserName,is_active\n7,2020-01-02,correct horse,alice,f\n"
    let account = try #require(try rows(text.utf8).first?.account)
    #expect(account.login.text == "alice")
    #expect(account.id == "7")
    #expect(account.state == .locked)
    #expect(account.createdAt?.rfc3339 == "2020-01-02T00:00:00Z")
    #expect(account.secret.treatment == .hash)
  }

  @Test("Columns are found by number, and by name before number")
  func numbers() throws {
    let plain = try rows("x,alice,secret\n".utf8, map: ["login=2,password=3"], header: false)
    #expect(plain.first?.account?.login.text == "alice")
    let named = try rows("2,login\nbob,carol\n".utf8, map: ["login=2", "password=2"])
    #expect(named.first?.account?.login.text == "bob")
  }

  @Test(
    "What the columns do not say is asked for",
    arguments: [
      ("mail,pw", [], ColumnProblem.missing(.login, there: ["mail", "pw"])),
      ("login,pw", [], .noSecret(there: ["login", "pw"])),
      ("login,password,hash", [], .twoSecrets("password", "hash")),
      ("login,password", ["login=mail"], .unknownName("mail", for: .login, there: ["login", "password"])),
      ("login,password", ["login=3"], .unknownName("3", for: .login, there: ["login", "password"])),
    ])
  func problems(header: String, map: [String], problem: ColumnProblem) {
    #expect(throws: ImportError.columns(problem)) { try rows((header + "\na,b,c\n").utf8, map: map) }
    #expect(!problem.phrase(.chinese).isEmpty)
  }

  @Test func mapsThatCannotBeRead() {
    for part in ["login", "login=", "colour=3", "=3"] {
      #expect(throws: ColumnProblem.unreadable(part)) { try ColumnMap([part]) }
    }
    #expect(throws: ImportError.columns(.nameWithoutHeader("mail"))) {
      try rows("a,b\n".utf8, map: ["login=mail,password=2"], header: false)
    }
    #expect(throws: ImportError.columns(.unknownNumber(9, for: .login, count: 2))) {
      try rows("a,b\n".utf8, map: ["login=9,password=2"], header: false)
    }
  }

  @Test(
    "A row that is no account is refused, with its line",
    arguments: [
      ("alice", RowReason.fieldCount(1, wanted: 2)), ("a,b,c", .fieldCount(3, wanted: 2)),
      ("alice,\"x\"y", .afterQuote(line: 3)), ("alice,\"x\ny\"z", .afterQuote(line: 4)), (",secret", .emptyLogin),
      ("alice,", .emptyPassword),
      ("a\u{202E}b,secret", .unprintableLogin("\u{202E}")), ("a\u{0}b,secret", .unprintableLogin("\u{0}")),
      (String(repeating: "x", count: 10_000) + ",secret", .longLogin),
      ("alice," + String(repeating: "y", count: 1025), .longPassword),
      (String(repeating: "x", count: 300_000) + ",secret", .longRow),
      ("alice,$2y$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDE", .passwordIsHash("bcrypt")),
      ("alice,$2y$10$abcdefghijklmnopqrstuuabcdefghijkl", .passwordIsHash("$2y$")),
    ])
  func refused(row: String, reason: RowReason) throws {
    let refusal = try #require(try rows("login,password\nbob,fine\n\(row)\n".utf8).last?.refusal)
    #expect(refusal.reason == reason)
    #expect(refusal.line == 3)
    #expect((refusal.login ?? "").count <= 80)
    #expect(!"\(refusal)\(reason.phrase)".contains("secret"))
  }

  @Test("Bytes of GBK and Latin-1 are refused with the way to convert them")
  func otherCharacterSets() throws {
    for bytes in [[0xCD, 0xF5], [0xE9]] as [[UInt8]] {
      let refusal = try rows(Array("login,password\n".utf8) + bytes + Array(",secret\n".utf8)).first?.refusal
      #expect(refusal?.reason == .loginNotUnicode)
      #expect(refusal?.reason.phrase(.english).contains("iconv -f GBK -t UTF-8") == true)
    }
    #expect(throws: ImportError.utf16) { try rows([0xFF, 0xFE, 0x6C, 0x00]) }
    #expect(throws: ImportError.compressed) { try rows([0x1F, 0x8B, 0x08]) }
    #expect(throws: ImportError.empty) { try rows([]) }
  }

  @Test func aQuoteThatNeverEnds() {
    #expect(throws: ImportError.openQuote(line: 2)) { try rows("login,password\nalice,\"secret\n\n\n".utf8) }
  }

  @Test("A digest where the password should be never becomes the password")
  func digestAsPassword() throws {
    let text = "login,password\nalice,\(String(repeating: "0a", count: 16))\n"
    for (function, treatment) in [(DigestFormat.Function.auto, nil), (.plain, .hash), (.md5, .wrap)]
      as [(_, Treatment?)]
    {
      var reader = TableReader(
        CommaScanner(ImportFixture.pieces(text.utf8)), map: .usual, hasHeader: true,
        builder: AccountBuilder(digests: DigestFormat(function: function), now: ImportFixture.builder.now))
      let row = try ImportFixture.all(&reader).first
      #expect(row?.account?.secret.treatment == treatment)
      #expect(row?.refusal?.reason == (treatment == nil ? .passwordMayBeDigest : nil))
    }
  }

  @Test("Hexadecimal is taken only when it is said what it is")
  func bareHexadecimal() throws {
    let digest = String(repeating: "0a", count: 16)
    #expect(try rows("login,hash\nalice,\(digest)\n".utf8).first?.refusal?.reason == .bareDigest)
    for function in [DigestFormat.Function.md5, .sha1, .mysql] {
      var reader = TableReader(
        CommaScanner(ImportFixture.pieces("login,hash\nalice,\(digest)\n".utf8)), map: .usual, hasHeader: true,
        builder: AccountBuilder(digests: DigestFormat(function: function), now: ImportFixture.builder.now))
      let account = try #require(try ImportFixture.all(&reader).first?.account)
      switch (function, account.secret) {
      case (.md5, .known(.hash(let hash, _))): #expect(hash.isWeak)
      case (_, .known): Issue.record("\(function)")
      case (_, .absent(let absence)): #expect(absence == .damaged && function != .md5)
      }
    }
  }
}
