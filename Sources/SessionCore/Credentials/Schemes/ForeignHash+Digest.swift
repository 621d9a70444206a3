/// Digests that say nothing of themselves, and MySQL's `PASSWORD()`.
extension ForeignHash {
  /// `*` and 40 hexadecimal digits: SHA-1 of SHA-1. The sixteen digits of before MySQL 4.1 are unknown here.
  static func mySQL(_ text: String) throws(HashFormatError) -> ForeignHash? {
    // A shadow file has "*" alone, or "*LK*", for nobody's password.
    guard text.hasPrefix("*"), text.utf8.count > 1, text.dropFirst().allSatisfy(\.isHexDigit) else { return nil }
    let sha1 = DigestAlgorithm.sha1
    guard let digest = HashText.hex(text.dropFirst()), digest.count == sha1.size else { throw .malformed }
    return ForeignHash("mysql", isWeak: true, setting: "*" + String(repeating: "0", count: 40), digest: digest) {
      password throws(HashingError) in sha1.digest(sha1.digest(password))
    }
  }

  /// The form that ``StoredHash/init(hexadecimal:of:salt:)`` writes: `$rollcall-digest$md5$left$<base64url>$<hex>`.
  static func bareDigest(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard text.hasPrefix(StoredHash.digestPrefix) else { return nil }
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count == 6, let algorithm = DigestAlgorithm(rawValue: String(fields[2])),
      ["none", "left", "right"].contains(fields[3]), let salt = Base64URL.decode(Array(fields[4].utf8)),
      salt.isEmpty == (fields[3] == "none"), let digest = HashText.hex(fields[5]), digest.count == algorithm.size
    else { throw .malformed }
    let setting = fields[..<5].joined(separator: "$") + "$" + String(repeating: "0", count: algorithm.size * 2)
    let isLeft = fields[3] == "left"
    return ForeignHash(
      salt.isEmpty ? "\(algorithm)" : "salted-\(algorithm)", isWeak: true, setting: setting, digest: digest
    ) { password throws(HashingError) in
      isLeft ? algorithm.digest(salt, password) : algorithm.digest(password, salt)
    }
  }
}

extension StoredHash {
  static let digestPrefix = "$rollcall-digest$"

  /// What was digested together with a password.
  public enum DigestSalt: Hashable, Sendable {
    /// Nothing.
    case none
    /// These bytes, before the password.
    case left([UInt8])
    /// These bytes, after the password.
    case right([UInt8])
  }

  /// Takes a digest that says nothing of itself, by what the importer knows of it.
  ///
  /// - Parameters:
  ///   - hexadecimal: the digest in hexadecimal digits of either case.
  ///   - algorithm: the function that made it.
  ///   - salt: what was digested with the password.
  /// - Throws: ``HashFormatError/malformed`` when there are other characters, or too few or too many digits.
  public init(hexadecimal: String, of algorithm: DigestAlgorithm, salt: DigestSalt = .none) throws(HashFormatError) {
    let (side, bytes): (String, [UInt8]) =
      switch salt {
      case .none, .left([]), .right([]): ("none", [])
      case .left(let bytes): ("left", bytes)
      case .right(let bytes): ("right", bytes)
      }
    try self.init(
      reading: "\(Self.digestPrefix)\(algorithm)$\(side)$\(Base64URL.encode(bytes))$\(hexadecimal.lowercased())")
  }
}
