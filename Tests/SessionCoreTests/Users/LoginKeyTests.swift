import SessionCore
import Testing

@Suite struct LoginKeyTests {
  @Test(arguments: [
    ["alice", "ALICE", "Alice", "Ａｌｉｃｅ"], ["Straße", "STRASSE", "strasse"], ["ﬁn", "fin", "FIN"],
    ["\u{E9}mile", "e\u{301}mile", "\u{C9}MILE"], ["Ωmega", "\u{2126}mega", "ωmega"], ["①", "1"], ["ſam", "SAM"],
  ]) func `names that read alike are one account`(_ names: [String]) throws {
    let keys = Set(try names.map { try Login($0).key })
    #expect(keys.count == 1, "\(keys)")
  }

  @Test(arguments: [("alice", "alicе"), ("王小明", "王小朋"), ("emile", "émile"), ("alice", "alice1"), ("a b", "ab")])
  func `names that differ are two accounts`(_ one: String, _ other: String) throws {
    #expect(try Login(one).key != Login(other).key)
  }

  @Test func `a Chinese name is itself, and what was typed is kept`() throws {
    let login = try Login("王小明")
    #expect(login.key == "王小明")
    #expect(login.text == "王小明")
    #expect(try Login("Ａｌｉｃｅ").text == "Ａｌｉｃｅ")
  }

  @Test(arguments: [
    "al\u{0}ice", "al\nice", "al\u{1B}[31mice", "al\u{7F}ice", "al\u{85}ice", "al\u{200B}ice", "al\u{200D}ice",
    "\u{202E}ecila", "al\u{2066}ice", "\u{FEFF}alice", "al\u{AD}ice", "al\u{2028}ice", "\u{E000}", "\u{10FFFF}",
    " alice", "alice ", " ", "\u{3000}alice", "a\u{FFFD}b", "alice\u{A0}",
  ]) func `control, invisible and reordering characters and padding are refused`(_ text: String) {
    #expect(throws: LoginError.unprintable) { try Login(text) }
  }

  @Test func `nothing and too much are refused`() throws {
    #expect(throws: LoginError.empty) { try Login("") }
    #expect(try Login(String(repeating: "a", count: 255)).text.utf8.count == 255)
    #expect(throws: LoginError.tooLong) { try Login(String(repeating: "a", count: 256)) }
    #expect(throws: LoginError.tooLong) { try Login(String(repeating: "王", count: 86)) }
    #expect(throws: LoginError.tooLong) { try Login(String(repeating: "a", count: 10_240)) }
    #expect(throws: LoginError.tooLong) { try Login("e" + String(repeating: "\u{301}", count: 5_120)) }
  }

  @Test func `one ligature cannot become a key of any size`() throws {
    // U+FDFA becomes eighteen characters: 85 of them fit into 255 bytes.
    #expect(throws: LoginError.unprintable) { try Login(String(repeating: "\u{FDFA}", count: 85)) }
  }

  @Test func `a key of a key is the key`() throws {
    for name in ["ALICE", "Straße", "ﬁn", "E\u{301}MILE", "王小明", "ΣΊΣΥΦΟΣ", "İstanbul"] {
      let key = try #require(Login.key(for: name))
      #expect(Login.key(for: key) == key, "\(name)")
    }
  }
}
