/// What another system holds of a password.
public enum ImportedPassword: Sendable {
  /// The password itself.
  case clear(Password)
  /// A hash of it, and the pepper that went into it when it was made here.
  case hash(StoredHash, pepperID: String? = nil)

  /// Whether taking it over takes a hash's time.
  public var takesTime: Bool {
    switch self {
    case .clear: true
    case .hash(let hash, _): hash.isWeak
    }
  }
}

/// What is stored of a password that another system held.
public struct ImportedHash: Hashable, Sendable {
  /// The hash.
  public let text: String
  /// Which pepper went into it; nil for none.
  public let pepperID: String?
}

/// Makes what is stored of imported passwords. It touches no database, so it may be used on several threads at once.
public struct PasswordImporter: Sendable {
  private let hasher: PasswordHasher
  private let gate: HashGate?

  /// Hashes as `service` does.
  public init(_ service: SessionService) {
    hasher = service.hasher
    gate = service.gate
  }

  /// Whether others may wait for a place to hash in.
  public var sharesPlaces: Bool { gate != nil }

  /// What is stored of an imported password: a password in clear is hashed, a weak hash wrapped in Argon2id, and a strong
  /// one kept; in turn with all other programs here that hash.
  ///
  /// - Throws: ``HashingError``, ``HashFormatError``, ``HashGateError``, ``PepperError``.
  public func hash(_ password: ImportedPassword) throws -> ImportedHash {
    switch password {
    case .clear(let password):
      // When it was changed is set when it is stored.
      let made = try inTurn { try hasher.credential(for: password, changedAt: .distantPast, source: .imported) }
      return ImportedHash(text: made.hash, pepperID: made.pepperID)
    case .hash(let hash, nil) where hash.isWeak:
      return ImportedHash(text: try inTurn { try hasher.wrap(hash) }, pepperID: nil)
    case .hash(let hash, let pepperID):
      return ImportedHash(text: hash.text, pepperID: pepperID)
    }
  }

  private func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    guard let gate else { return try body() }
    return try gate.withSlot(body)
  }
}
