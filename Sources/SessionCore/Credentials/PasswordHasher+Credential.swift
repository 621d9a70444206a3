extension PasswordHasher {
  /// The id of the pepper that goes into new hashes; nil for none.
  var pepperID: String? { nil }

  /// What `password` is to `credential`.
  ///
  /// - Throws: ``HashingError``.
  func verify(_ password: Password, against credential: Credential) throws -> Verdict {
    try verify(password, against: credential.hash)
  }
}
