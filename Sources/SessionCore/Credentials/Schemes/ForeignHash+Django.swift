/// Django's own form, `algorithm$…`; its Argon2 is read by ``Argon2Hash``.
extension ForeignHash {
  static func django(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard let end = text.firstIndex(of: "$"), end > text.startIndex else { return nil }
    let rest = text[text.index(after: end)...]
    let fields = rest.split(separator: "$", omittingEmptySubsequences: false)
    return switch text[..<end] {
    case "pbkdf2_sha256": try djangoPBKDF2(.sha256, text, fields)
    case "pbkdf2_sha1": try djangoPBKDF2(.sha1, text, fields)
    case "scrypt": try djangoScrypt(text, fields)
    case "sha1": try djangoDigest(.sha1, fields)
    case "md5": try djangoDigest(.md5, fields)
    case "bcrypt": try djangoBcrypt(rest, prefix: "bcrypt$", "django-bcrypt") { $0 }
    case "bcrypt_sha256":
      try djangoBcrypt(rest, prefix: "bcrypt_sha256$", "django-bcrypt-sha256") { password in
        Array(hexText(DigestAlgorithm.sha256.digest(password)).utf8)
      }
    default: nil
    }
  }

  private static func djangoPBKDF2(_ algorithm: DigestAlgorithm, _ text: String, _ fields: [Substring])
    throws(HashFormatError) -> ForeignHash
  {
    guard fields.count == 3, !fields[1].isEmpty, let digest = HashText.base64(fields[2]),
      digest.count == algorithm.size
    else { throw .malformed }
    let blank = Base64.encode([UInt8](repeating: 0, count: digest.count), isPadded: false)
    return try pbkdf2(
      "django-pbkdf2-\(algorithm)", algorithm, rounds: fields[0], salt: Array(fields[1].utf8), digest: digest,
      setting: "pbkdf2_\(algorithm)$\(fields[0])$\(fields[1])$\(blank)")
  }

  private static func djangoScrypt(_ text: String, _ fields: [Substring]) throws(HashFormatError) -> ForeignHash {
    guard fields.count == 5, let n = HashText.number(fields[0]), n > 1, n & (n - 1) == 0, !fields[1].isEmpty,
      let r = HashText.number(fields[2]), let p = HashText.number(fields[3]), r > 0, p > 0,
      let digest = HashText.base64(fields[4]), digest.count == 64
    else { throw .malformed }
    let blank = Base64.encode([UInt8](repeating: 0, count: digest.count), isPadded: false)
    return try scrypt(
      "django-scrypt", ScryptCosts(logN: n.trailingZeroBitCount, r: r, p: p), salt: Array(fields[1].utf8),
      digest: digest, setting: "scrypt$" + fields[..<4].joined(separator: "$") + "$" + blank)
  }

  /// `sha1$salt$hex`; Django's unsalted ones have an empty salt.
  private static func djangoDigest(_ algorithm: DigestAlgorithm, _ fields: [Substring]) throws(HashFormatError)
    -> ForeignHash
  {
    guard fields.count == 2, let digest = HashText.hex(fields[1]), digest.count == algorithm.size else {
      throw .malformed
    }
    let salt = Array(fields[0].utf8)
    let setting = "\(algorithm)$\(fields[0])$" + String(repeating: "0", count: algorithm.size * 2)
    return ForeignHash("django-\(algorithm)", isWeak: true, setting: setting, digest: digest) {
      password throws(HashingError) in algorithm.digest(salt, password)
    }
  }

  private static func djangoBcrypt(
    _ text: Substring, prefix: String, _ scheme: String, over first: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) throws(HashFormatError) -> ForeignHash {
    guard text.hasPrefix("$2"), let hash = try crypt(String(text)) else { throw .malformed }
    return ForeignHash(scheme, isWeak: false, setting: prefix + hash.setting, digest: hash.digest) {
      password throws(HashingError) in try hash.compute(first(password))
    }
  }

  /// Lower-case hexadecimal digits.
  static func hexText(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
