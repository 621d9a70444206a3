import CSodium

extension PasswordHasher {
  /// What checking a password came to.
  public enum Verdict: Hashable, Sendable {
    /// It is not the password, or the hash cannot be used.
    case wrong
    /// It is the password.
    case right
    /// It is the password, and its hash is of another scheme or cheaper than this hasher's: hash it anew while it is at
    /// hand (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 11.2.2).
    case rightNeedsRehash
  }

  /// Whether `password` is the one that `hash` was made from.
  ///
  /// Others hashed what was typed and not its NFC form, so both are tried when they differ. A hash that is of no known
  /// scheme, is damaged or would cost too much is never computed, and takes the time of ``verifyNothing(_:)``.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had.
  public func verify(_ password: Password, against hash: String) throws(HashingError) -> Verdict {
    prepare()
    guard let form = try? HashForm(reading: hash), isAffordable(form) else {
      try verifyNothing(password)
      return .wrong
    }
    for (message, isComposed) in password.spellings where try isRight(message, for: form) {
      if isComposed, case .argon2(let hash) = form, hash.isAsStrong(as: self) { return .right }
      return .rightNeedsRehash
    }
    return .wrong
  }

  /// Puts a weak hash into Argon2id, so that nothing weak is stored; ``verify(_:against:)`` checks it. A hash that is
  /// Argon2 already comes back as it is.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had, ``HashFormatError`` for a hash that cannot be used.
  public func wrap(_ weak: StoredHash) throws -> String {
    guard case .foreign(let hash) = try HashForm(reading: weak.text) else { return weak.text }
    let text = WrappedHash.text(setting: hash.setting, outer: try self.hash(hash.digest.map { CChar(bitPattern: $0) }))
    guard text.utf8.count <= StoredHash.maximumBytes else { throw HashFormatError.malformed }
    return text
  }

  private func isRight(_ message: [CChar], for form: HashForm) throws(HashingError) -> Bool {
    switch form {
    case .argon2(let hash): return try hash.isRight(for: message)
    case .foreign(let hash): return try hash.isRight(for: message.map { UInt8(bitPattern: $0) })
    case .wrapped(let hash):
      let digest = try hash.inner.compute(message.map { UInt8(bitPattern: $0) })
      // A password that the scheme cannot take costs the same as a wrong one.
      let isRight = try hash.outer.isRight(for: (digest ?? []).map { CChar(bitPattern: $0) })
      return digest != nil && isRight
    }
  }

  /// A dearer hash than any import may bring is affordable when it is this hasher's own.
  private func isAffordable(_ form: HashForm) -> Bool {
    switch form {
    case .argon2(let hash) where hash.isNoDearer(than: self): true
    case .wrapped(let hash) where hash.outer.isNoDearer(than: self): true
    default: (try? form.checkCost()) != nil
    }
  }
}
