import CSodium

/// Makes and checks password hashes: Argon2id by libsodium, written as PHC strings.
public struct PasswordHasher: Sendable {
  /// Passes over the memory.
  public let passes: Int
  /// Memory that one hash takes, in bytes.
  public let memory: Int
  /// What goes into hashes from outside the database; nil for nothing.
  var peppers: PepperRing?

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
  public func hash(_ password: Password) throws(HashingError) -> String { try hash(password.characters) }

  /// The PHC string of any bytes.
  func hash(_ message: [CChar]) throws(HashingError) -> String {
    prepare()
    var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let done = crypto_pwhash_str_alg(
      &text, message, UInt64(message.count), UInt64(passes), memory, crypto_pwhash_ALG_ARGON2ID13)
    guard done == 0 else { throw HashingError() }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Spends the time of a verification on nobody's hash, so that an unknown user cannot be told from a known one
  /// (OWASP ASVS 5.0, 6.3.8).
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had, as a verification would.
  public func verifyNothing(_ password: Password) throws(HashingError) {
    prepare()
    var key = [UInt8](repeating: 0, count: 32)
    for (message, _) in password.spellings {
      let done = crypto_pwhash(
        &key, UInt64(key.count), message, UInt64(message.count), [UInt8](repeating: 0, count: 16), UInt64(passes),
        memory, crypto_pwhash_ALG_ARGON2ID13)
      guard done == 0 else { throw HashingError() }
    }
  }

  /// libsodium picks its fastest code for this processor here; later calls cost nothing.
  func prepare() { _ = sodium_init() }
}

/// The memory for a hash could not be had.
public struct HashingError: Error, Hashable {}
