import SessionCore
import Support
import Testing

extension HashMaker {
  /// Expects that a hash cut short or changed anywhere is read without a crash, and that it is not right for the password
  /// when it is the digest that was changed.
  func expectSturdy(_ hash: StoredHash, _ location: SourceLocation) throws {
    let bytes = Array(hash.text.utf8)
    let password = try Password(Self.passwords[0])
    let digits = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    for count in 0..<bytes.count - digits {
      let cut = String(decoding: bytes.prefix(count), as: UTF8.self)
      #expect(try PasswordHasher.cheap.verify(password, against: cut) == .wrong, "\(cut)", sourceLocation: location)
    }
    for (index, byte) in bytes.enumerated() {
      for changed in [byte ^ 1, byte ^ 0x80, 0, UInt8(ascii: "$"), UInt8(ascii: "9")] where changed != byte {
        var text = bytes
        text[index] = changed
        _ = try? StoredHash(reading: String(decoding: text, as: UTF8.self))
      }
    }
    for index in bytes.indices.suffix(20).dropLast(digits) {
      var text = bytes
      text[index] ^= 1
      let changed = String(decoding: text, as: UTF8.self)
      #expect(
        try PasswordHasher.cheap.verify(password, against: changed) == .wrong, "\(changed)", sourceLocation: location)
    }
    try expectWrapped(hash, location)
  }

  /// Expects that the hash within Argon2id is right for the same password, and tells nothing of its digest.
  private func expectWrapped(_ hash: StoredHash, _ location: SourceLocation) throws {
    let wrapped = try PasswordHasher.cheap.wrap(hash)
    if hash.scheme.contains("argon2") {
      #expect(wrapped == hash.text, sourceLocation: location)
      return
    }
    let stored = try StoredHash(reading: wrapped)
    #expect(stored.scheme == "argon2id(\(hash.scheme))", sourceLocation: location)
    #expect(!stored.isWeak, sourceLocation: location)
    let password = try Password(Self.passwords[0])
    #expect(try PasswordHasher.cheap.verify(password, against: wrapped) == .rightNeedsRehash, sourceLocation: location)
    for wrong in [Self.passwords[0] + "x", Self.passwords[1], hash.text] {
      #expect(try PasswordHasher.cheap.verify(Password(wrong), against: wrapped) == .wrong, sourceLocation: location)
    }
    // What is stored differs at each wrapping only by Argon2's own salt: the setting is the same for every password.
    let setting = try #require(wrapped.split(separator: "$").dropFirst().first)
    let again = try PasswordHasher.cheap.wrap(hash)
    #expect(again != wrapped && again.contains(setting), sourceLocation: location)
  }
}
