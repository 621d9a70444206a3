/// What a user proves to be themselves with: a password's hash and where it came from.
public struct Credential: Hashable, Sendable {
  /// Where the password came from. The numbers stand in the database.
  public enum Source: UInt8, Sendable {
    /// Set by an administrator.
    case administrator = 0
    /// Hashed from a legacy table that held it in clear.
    case imported = 1
    /// Chosen by the user.
    case user = 2
  }

  /// The hash as a PHC string.
  public var hash: String
  /// When it was last changed.
  public var changedAt: Timestamp
  /// Where it came from.
  public var source: Source
  /// Which pepper went into the hash; nil for none.
  public var pepperID: String?
  /// Whether it lets nobody in until a new one is chosen with an activation code.
  public var mustChange: Bool

  /// Makes a credential from its parts.
  public init(hash: String, changedAt: Timestamp, source: Source, pepperID: String? = nil, mustChange: Bool = false) {
    self.hash = hash
    self.changedAt = changedAt
    self.source = source
    self.pepperID = pepperID
    self.mustChange = mustChange
  }

  /// The hash's scheme, as ``StoredHash/scheme`` names it; `unknown` for what cannot be read.
  public var scheme: String { (try? HashForm(reading: hash).scheme) ?? "unknown" }
}
