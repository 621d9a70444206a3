import SessionCore
import Testing

@testable import rollcall

/// Rows of the legacy table as accounts, or as refusals with their reasons.
@Suite struct ImportUserManTests {
  private func row(_ login: String, _ password: String) throws -> AccountRow {
    let dump = ImportFixture.table + "INSERT INTO `user_man` VALUES\n(7,\(login),\(password),'da39a3ee');"
    return try #require(try ImportFixture.accounts(dump.utf8).first)
  }

  @Test(
    "A row with which nobody can log in is refused, and why",
    arguments: [
      ("NULL", "'secret'", RowReason.noLogin), ("''", "'secret'", .emptyLogin), ("'a'", "NULL", .noPassword),
      ("'a'", "''", .emptyPassword), ("' a'", "'secret'", .paddedLogin), ("'a '", "'secret'", .paddedLogin),
      ("'   '", "'secret'", .paddedLogin), (#"'a\nb'"#, "'secret'", .unprintableLogin("\n")),
      (#"'\0'"#, "'secret'", .unprintableLogin("\0")), ("'a\u{200B}b'", "'secret'", .unprintableLogin("\u{200B}")),
      ("0xFF41", "'secret'", .loginNotUnicode), ("'a'", "0xC328", .passwordNotUnicode),
      ("'\(String(repeating: "é", count: 128))'", "'secret'", .longLogin),
      ("'a'", "'\(String(repeating: "x", count: 1025))'", .longPassword),
    ])
  func refused(login: String, password: String, reason: RowReason) throws {
    let refusal = try #require(try row(login, password).refusal)
    #expect(refusal.reason == reason)
    #expect(refusal.line == 9)
    #expect(refusal.id == "7")
    #expect(refusal.login?.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ?? true)
    #expect(!"\(refusal)\(reason.phrase)".contains("secret"))
  }

  @Test func whatIsShownOfALoginIsSafe() throws {
    #expect(RowRefusal.shown("a\u{1B}[2J\u{202E}b王") == "a\\u{1B}[2J\\u{202E}b王")
    #expect(RowRefusal.shown(String(repeating: "王", count: 65)) == String(repeating: "王", count: 64) + "…")
  }

  @Test func anAccountIsTakenAsItIs() throws {
    let account = try #require(try row("'王小明'", #"'  it\'s short '"#).account)
    #expect(account.login.text == "王小明")
    #expect(account.id == "7")
    let hasher = PasswordHasher(passes: 1, memory: 8192)
    guard case .known(.clear(let password)) = account.secret else { throw ImportError.empty }
    let hash = try hasher.hash(password)
    #expect(try hasher.verify(Password("  it's short "), against: hash) == .right)
    #expect(try hasher.verify(Password("it's short"), against: hash) == .wrong)
  }

  @Test("A number is a login and a password too")
  func numbers() throws {
    #expect(try row("1234", "5678").account?.login.text == "1234")
  }

  @Test("Of two rows that are one account, the first that can log in stands")
  func collisions() throws {
    let dump =
      ImportFixture.table + """
        INSERT INTO `user_man` VALUES (1,'Müller',NULL,NULL),
        (2,'müller','first',NULL),
        (3,'MÜLLER','second',NULL),
        (4,'Mu\u{308}ller','third',NULL);
        """
    let rows = try ImportFixture.accounts(dump.utf8)
    #expect(rows.map { $0.account?.login.text } == [nil, "müller", nil, nil])
    let reason = RowReason.sameAccount(line: 9)
    #expect(rows.map { $0.refusal?.reason } == [.noPassword, nil, reason, reason])
  }

  @Test("The sample dump: every row is an account or refused, for the reasons that it was made for")
  func sample() throws {
    let file = try InputFile(path: ImportFixture.sample)
    var reader = UserManReader({ () throws(ImportError) in try file.next() }, builder: ImportFixture.builder)
    let rows = try ImportFixture.all(&reader)
    #expect(rows.count == 521)
    #expect(rows.count { $0.account != nil } == 503)
    var reasons: [String: Int] = [:]
    for refusal in rows.compactMap(\.refusal) { reasons[refusal.reason.kind, default: 0] += 1 }
    #expect(
      reasons == [
        "noLogin": 2, "emptyLogin": 1, "noPassword": 1, "emptyPassword": 1, "paddedLogin": 3, "unprintableLogin": 4,
        "longLogin": 1, "sameAccount": 5,
      ])
    #expect(rows.contains { $0.account?.login.text == "o'brien" })
    #expect(rows.contains { $0.account?.login.text == "back\\slash" })
  }

  @Test("Every reason and error speaks both languages")
  func phrases() {
    let phrases = [
      RowReason.noLogin.phrase, RowReason.unprintableLogin("\u{200B}").phrase,
      RowReason.sameAccount(line: 12).phrase, ImportError.cutShort(line: 3).phrase,
      ImportError.compressed.phrase,
    ]
    for phrase in phrases {
      #expect(!phrase(.english).isEmpty)
      #expect(phrase(.chinese).unicodeScalars.contains { $0.value > 0x4E00 })
    }
    #expect(RowReason.unprintableLogin("\u{200B}").phrase(.english).hasSuffix("U+200B."))
  }
}

extension RowReason {
  /// The reason's name alone.
  fileprivate var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
