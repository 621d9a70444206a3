import CSodium

extension PasswordHasher {
  /// The same with peppers, the first of which goes into new hashes; nil for none.
  public func peppered(_ ring: PepperRing?) -> PasswordHasher {
    var hasher = self
    hasher.peppers = ring
    return hasher
  }

  /// What is kept of `password` from `time` on.
  ///
  /// - Throws: ``HashingError``, ``PepperError``.
  func credential(for password: Password, changedAt time: Timestamp, source: Credential.Source) throws -> Credential {
    let plain = try hash(password)
    guard let pepper = peppers?.ids.first else {
      return Credential(hash: plain, changedAt: time, source: source)
    }
    guard let hash = try Argon2Hash(reading: plain), let cut = plain.lastIndex(of: "$") else { throw HashingError() }
    let digest = try peppers?.season(hash.digest, with: pepper) ?? []
    return Credential(
      hash: plain[...cut] + Base64.encode(digest, isPadded: false), changedAt: time, source: source, pepperID: pepper)
  }

  /// What the password of nobody is held against: a hash as this hasher makes them, which no password is known to come
  /// to. An unknown user's refusal then takes not only the time of a hash but every step around it (OWASP ASVS 5.0,
  /// 6.3.8).
  var decoy: Credential {
    let salt = Base64.encode([UInt8](repeating: 0, count: crypto_pwhash_saltbytes()), isPadded: false)
    let digest = Base64.encode([UInt8](repeating: 0, count: 32), isPadded: false)
    return Credential(
      hash: "$argon2id$v=19$m=\(memory / 1024),t=\(passes),p=1$\(salt)$\(digest)", changedAt: .distantPast,
      source: .administrator, pepperID: peppers?.ids.first)
  }

  /// What `password` is to `credential`.
  ///
  /// - Throws: ``HashingError``; ``PepperError`` when the pepper of the hash is not at hand.
  func verify(_ password: Password, against credential: Credential) throws -> Verdict {
    let current = peppers?.ids.first
    guard let pepper = credential.pepperID else {
      let verdict = try verify(password, against: credential.hash)
      return verdict == .right && current != nil ? .rightNeedsRehash : verdict
    }
    guard let peppers else { throw PepperError(id: pepper) }
    guard let hash = try? Argon2Hash(reading: credential.hash), (try? hash.checkCost()) != nil,
      hash.salt.count == crypto_pwhash_saltbytes(), hash.lanes == 1
    else {
      try verifyNothing(password)
      return .wrong
    }
    // As often as for a hash without a pepper, and for nobody's: one that was typed in another form is hashed twice.
    var isRight = false
    for (message, _) in password.spellings where !isRight {
      isRight = ServerKey.equal(try peppers.season(hash.compute(message), with: pepper), hash.digest)
    }
    guard isRight else { return .wrong }
    return hash.isAsStrong(as: self) && pepper == current ? .right : .rightNeedsRehash
  }
}
