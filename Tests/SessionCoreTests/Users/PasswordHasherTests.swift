import SessionCore
import Support
import Testing

@Suite struct PasswordHasherTests {
  @Test func `the least cost is the one that is asked for, and says so`() throws {
    let hash = try PasswordHasher.least.hash(Password("correct horse battery staple"))
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(Credential(hash: hash, changedAt: .distantPast, source: .administrator).scheme == "argon2id")
    #expect(try PasswordHasher.least.verify(Password("correct horse battery staple"), against: hash) != .wrong)
    #expect(try PasswordHasher.least.verify(Password("Correct horse battery staple"), against: hash) == .wrong)
  }

  @Test func `equal passwords have different salts of sixteen bytes`() throws {
    let password = try Password("correct horse battery staple")
    let salts = try (0..<8).map { _ in try PasswordHasher.cheap.hash(password).split(separator: "$")[3] }
    #expect(Set(salts).count == 8)
    for salt in salts { #expect(salt.utf8.count == 22) }
  }

  @Test func `a hash is checked at its own cost, not at the checker's`() throws {
    let hash = try PasswordHasher.cheap.hash(Password("correct horse battery staple"))
    #expect(try PasswordHasher.least.verify(Password("correct horse battery staple"), against: hash) != .wrong)
  }

  @Test(arguments: [
    "", "x", "x\0x", "$", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$", "5f4dcc3b5aa765d61d8327deb882cf99",
    "$2y$10$abcdefghijklmnopqrstuv",
  ]) func `what is no hash is never right, whatever is typed`(_ hash: String) throws {
    for text in ["password", hash.isEmpty ? " " : hash, "x"] {
      #expect(try PasswordHasher.cheap.verify(Password(text), against: hash) == .wrong)
    }
  }

  @Test func `a changed hash is not right`() throws {
    let password = try Password("correct horse battery staple")
    let hash = try PasswordHasher.cheap.hash(password)
    for index in [hash.index(hash.endIndex, offsetBy: -5), hash.index(hash.startIndex, offsetBy: 40)] {
      var changed = hash
      changed.replaceSubrange(index...index, with: hash[index] == "A" ? "B" : "A")
      #expect(try PasswordHasher.cheap.verify(password, against: changed) == .wrong)
    }
  }

  @Test func `checking nobody's hash is work that always ends`() throws {
    try PasswordHasher.cheap.verifyNothing(Password("correct horse battery staple"))
    try PasswordHasher.cheap.verifyNothing(Password(String(repeating: "a", count: 1024)))
  }
}
