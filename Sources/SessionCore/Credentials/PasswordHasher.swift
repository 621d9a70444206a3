import CSodium

/// Makes and checks password hashes: Argon2id by libsodium, written as PHC strings.
public struct PasswordHasher: Sendable {
  /// Passes over the memory.
  public let passes: Int
  /// Memory that one hash takes, in bytes.
  public let memory: Int

  /// The least that the product uses: 19 MiB, 2 passes, 1 lane (OWASP Password Storage; ASVS 5.0, 11.4.2).
  public static let least = PasswordHasher(passes: 2, memory: 19_456 * 1024)

  /// Hashes at the given cost. Use less than ``least`` in tests of other things only.
  public init(passes: Int, memory: Int) {
    self.passes = passes
    self.memory = memory
  }

  /// The PHC string of `password` with 16 bytes of new salt.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had.
  public func hash(_ password: Password) throws -> String {
    prepare()
    var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let done = crypto_pwhash_str_alg(
      &text, password.characters, UInt64(password.characters.count), UInt64(passes), memory,
      crypto_pwhash_ALG_ARGON2ID13)
    guard done == 0 else { throw HashingError() }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What a password is to a hash.
  public enum Verdict: Sendable { case wrong, right, rightNeedsRehash }

  /// Whether `password` is the one that `hash` was made from. A hash of another scheme is never right.
  public func verify(_ password: Password, against hash: String) throws(HashingError) -> Verdict {
    prepare()
    guard crypto_pwhash_str_verify(hash, password.characters, UInt64(password.characters.count)) == 0 else { return .wrong }
    return crypto_pwhash_str_needs_rehash(hash, UInt64(passes), memory) == 0 ? .right : .rightNeedsRehash
  }

  /// Spends the time of a verification on nobody's hash, so that an unknown user cannot be told from a known one
  /// (OWASP ASVS 5.0, 6.3.8).
  public func verifyNothing(_ password: Password) {
    prepare()
    var key = [UInt8](repeating: 0, count: 32)
    _ = crypto_pwhash(
      &key, UInt64(key.count), password.characters, UInt64(password.characters.count), [UInt8](repeating: 0, count: 16),
      UInt64(passes), memory, crypto_pwhash_ALG_ARGON2ID13)
  }

  /// libsodium picks its fastest code for this processor here; later calls cost nothing.
  private func prepare() { _ = sodium_init() }
}

/// The memory for a hash could not be had.
public struct HashingError: Error, Hashable {}
