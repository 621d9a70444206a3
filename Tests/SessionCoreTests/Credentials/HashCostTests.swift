import SessionCore
import Support
import Testing

/// Hashes that would stall the machine, and texts that are no hashes.
@Suite struct HashCostTests {
  static let tooCostly = [
    "$2y$15$" + String(repeating: "a", count: 53), "$2b$31$" + String(repeating: "a", count: 53),
    "bcrypt$$2b$20$" + String(repeating: "a", count: 53), "$5$rounds=1000001$salt$" + String(repeating: "a", count: 43),
    "$6$rounds=999999999$salt$" + String(repeating: "a", count: 86),
    "$6$rounds=99999999999999999999$salt$" + String(repeating: "a", count: 86),
    "$argon2id$v=19$m=262145,t=1,p=1$c2FsdHNhbHQ$" + String(repeating: "a", count: 43 - 1) + "Y",
    "$argon2id$v=19$m=65536,t=17,p=1$c2FsdHNhbHQ$" + String(repeating: "a", count: 43 - 1) + "Y",
    "argon2$argon2id$v=19$m=999999999,t=999999999,p=1$c2FsdHNhbHQ$" + String(repeating: "a", count: 43 - 1) + "Y",
    "pbkdf2_sha256$2000001$salt$" + String(repeating: "A", count: 43) + "=",
    "pbkdf2_sha256$99999999999$salt$" + String(repeating: "A", count: 43) + "=",
    "$pbkdf2-sha512$2000001$c2FsdA$" + String(repeating: "A", count: 86),
    "$scrypt$ln=17,r=8,p=1$c2FsdA$" + String(repeating: "A", count: 43),
    "$scrypt$ln=999999999,r=999999999,p=999999999$c2FsdA$" + String(repeating: "A", count: 43),
    "scrypt$1048576$salt$8$1$" + String(repeating: "A", count: 86) + "==",
    "$7$DU..../....salt$" + String(repeating: "a", count: 43), "$y$jET$salt$" + String(repeating: "a", count: 43),
    "$y$jBT.j$salt$" + String(repeating: "a", count: 43), "$P$S" + String(repeating: "a", count: 30),
  ]

  @Test("A hash beyond the bound is refused, and never computed", arguments: tooCostly)
  func costly(hash: String) throws {
    let error = #expect(throws: HashFormatError.self) { try StoredHash(reading: hash) }
    guard case .tooCostly(let parameter) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!parameter.isEmpty)
    // At once, or this test would not end.
    #expect(try PasswordHasher.cheap.verify(Password("password"), against: hash) == .wrong)
  }

  @Test func `a hasher dearer than the bound checks its own`() throws {
    let hasher = PasswordHasher(passes: 17, memory: 64 << 20)
    let dear = try Password("correct horse battery staple")
    let hash = try hasher.hash(dear)
    #expect(try hasher.verify(dear, against: hash) == .right)
    #expect(try PasswordHasher.cheap.verify(dear, against: hash) == .wrong)
  }

  @Test(
    "What is of no known scheme is unknown",
    arguments: [
      "", "x", "password", "5f4dcc3b5aa765d61d8327deb882cf99", "6f8c114b58f2ce9e", "ab01FAX.bQRSU", "!", "!!", "*",
      "*LK*x",
      "$0$abc", "$sha1$40000$jtNX3nZ2$hBNaIXkt4wBI2o5rsi8KejSjNqIq", "{CLEARTEXT}secret", "{CRYPT}ab01FAX.bQRSU",
      "{SASL}alice", "$argon2d$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$aGFzaA", "пароль", "a\0b", "$6$sält$x", "$", "$$",
      "$$$$$$",
    ]) func unknown(text: String) throws
  {
    #expect(throws: HashFormatError.unknown) { try StoredHash(reading: text) }
    #expect(try PasswordHasher.cheap.verify(Password("password"), against: text) == .wrong)
  }

  @Test func `a huge text is refused`() throws {
    for text in ["a", "$6$", "{SSHA}AAAA", "pbkdf2_sha256$1000$a", "$argon2id$v=19$m=64,t=1,p=1$aaaa"] {
      let huge = text + String(repeating: String(text.suffix(1)), count: 1 << 20)
      #expect(throws: HashFormatError.malformed) { try StoredHash(reading: huge) }
    }
  }

  @Test func `what cannot be read takes the memory of a hash, so that it cannot be told by the time`() throws {
    // More than the machine has: that it was asked for shows in the error.
    let hasher = PasswordHasher(passes: 1, memory: 1 << 41)
    #expect(throws: HashingError.self) { try hasher.verify(Password("password"), against: "nothing") }
    #expect(throws: HashingError.self) { try hasher.verifyNothing(Password("password")) }
  }

  @Test func `memory that cannot be had is no wrong password`() throws {
    let hasher = PasswordHasher(passes: 1, memory: 1 << 41)
    for (kind, salt) in [("id", "c2FsdHNhbHRzYWx0"), ("id", "c2FsdHNhbHRzYWx0c2FsdA"), ("i", "c2FsdHNhbHRzYWx0")] {
      let dear = "$argon2\(kind)$v=19$m=999999999,t=1,p=1$\(salt)$" + String(repeating: "a", count: 42) + "Y"
      #expect(throws: HashingError.self) { try hasher.verify(Password("password"), against: dear) }
    }
  }
}
