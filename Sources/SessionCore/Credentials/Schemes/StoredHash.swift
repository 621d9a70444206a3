/// What a stored hash turned out to be: its scheme, and whether its strength will do.
public struct StoredHash: Hashable, Sendable {
  /// The most that a stored hash may take, in bytes.
  public static let maximumBytes = 1024

  /// The hash as it is stored.
  public let text: String
  /// The scheme's name: `argon2id`, `bcrypt`, `sha512-crypt`, `ssha`, `django-pbkdf2-sha256`; `argon2id(ssha)` for a
  /// weak hash within Argon2id.
  public let scheme: String
  /// Whether it is too fast to be left as it is: an import wraps it in Argon2id (OWASP Password Storage, "Upgrading
  /// legacy hashes").
  public let isWeak: Bool

  /// Reads `text` without computing anything.
  ///
  /// - Throws: ``HashFormatError`` when it is of no known scheme, is damaged, or would cost too much to check.
  public init(reading text: String) throws(HashFormatError) {
    let form = try HashForm(reading: text)
    try form.checkCost()
    self.text = text
    self.scheme = form.scheme
    self.isWeak = form.isWeak
  }
}

/// A stored hash, taken apart.
enum HashForm: Sendable {
  /// Argon2, which libsodium checks.
  case argon2(Argon2Hash)
  /// Another program's.
  case foreign(ForeignHash)
  /// A weak one within Argon2id.
  case wrapped(WrappedHash)

  /// Takes `text` apart.
  init(reading text: String) throws(HashFormatError) {
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .unknown }
    guard text.utf8.count <= StoredHash.maximumBytes else { throw .malformed }
    if let hash = try Argon2Hash(reading: text) {
      self = .argon2(hash)
    } else if let hash = try WrappedHash(reading: text) {
      self = .wrapped(hash)
    } else {
      self = .foreign(try ForeignHash(reading: text))
    }
  }

  var scheme: String {
    switch self {
    case .argon2(let hash): hash.scheme
    case .foreign(let hash): hash.scheme
    case .wrapped(let hash): "argon2id(\(hash.inner.scheme))"
    }
  }

  var isWeak: Bool {
    if case .foreign(let hash) = self { hash.isWeak } else { false }
  }

  /// Refuses what costs too much; foreign hashes were held against their bounds when they were read.
  func checkCost() throws(HashFormatError) {
    switch self {
    case .argon2(let hash): try hash.checkCost()
    case .wrapped(let hash): try hash.outer.checkCost()
    case .foreign: break
    }
  }
}
