import SessionCore
import Support
import Testing

@Suite struct PasswordTests {
  @Test func `the same characters by another keyboard are the same password`() throws {
    let hash = try PasswordHasher.cheap.hash(Password("caf\u{E9} au lait, bitte"))
    #expect(try PasswordHasher.cheap.verify(Password("cafe\u{301} au lait, bitte"), against: hash) == .right)
    #expect(try PasswordHasher.cheap.verify(Password("cafe au lait, bitte"), against: hash) == .wrong)
    #expect(try PasswordHasher.cheap.verify(Password("CAF\u{C9} au lait, bitte"), against: hash) == .wrong)
  }

  @Test func `compatible characters stay different: NFC, not NFKC`() throws {
    let hash = try PasswordHasher.cheap.hash(Password("ﬁfteen characters"))
    #expect(try PasswordHasher.cheap.verify(Password("fifteen characters"), against: hash) == .wrong)
  }

  @Test func `nothing is cut off: the last of 1024 bytes counts`() throws {
    let long = String(repeating: "a", count: 1023)
    let hash = try PasswordHasher.cheap.hash(Password(long + "b"))
    #expect(try PasswordHasher.cheap.verify(Password(long + "b"), against: hash) == .right)
    #expect(try PasswordHasher.cheap.verify(Password(long + "c"), against: hash) == .wrong)
    #expect(try PasswordHasher.cheap.verify(Password(long), against: hash) == .wrong)
  }

  @Test func `a NUL does not end it`() throws {
    let hash = try PasswordHasher.cheap.hash(Password("correct\0horse battery"))
    #expect(try PasswordHasher.cheap.verify(Password("correct\0another thing"), against: hash) == .wrong)
  }

  @Test func `1024 bytes are taken, one more is not, and nothing is not`() throws {
    _ = try Password(String(repeating: "a", count: 1024))
    #expect(throws: PasswordError.tooLong) { try Password(String(repeating: "a", count: 1025)) }
    #expect(throws: PasswordError.tooLong) { try Password(String(repeating: "王", count: 342)) }
    #expect(throws: PasswordError.empty) { try Password("") }
  }

  @Test func `a new one takes fifteen characters of any script`() throws {
    try Password("three wee words").checkChoice()
    try Password("床前明月光疑是地上霜举头望明月").checkChoice()
    #expect(throws: PasswordError.tooShort) { try Password(String(repeating: "a", count: 14)).checkChoice() }
    #expect(throws: PasswordError.tooShort) { try Password(String(repeating: "王", count: 14)).checkChoice() }
  }

  @Test func `it never prints itself`() throws {
    let password = try Password("correct horse battery staple")
    var dumped = ""
    dump(password, to: &dumped)
    for text in ["\(password)", String(reflecting: password), dumped, "\(Optional(password) as Any)"] {
      #expect(!text.contains("horse"))
      #expect(text.contains("hidden"))
    }
  }
}
