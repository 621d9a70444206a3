import CNettle

/// PBKDF2 (RFC 8018, section 5.2), by nettle: passlib's `$pbkdf2-sha256$rounds$salt$digest` and the same in PHC's words,
/// `$pbkdf2-sha256$i=rounds,l=size$salt$digest`.
extension ForeignHash {
  static func pbkdf2(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard text.hasPrefix("$pbkdf2") else { return nil }
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    let algorithm: DigestAlgorithm
    switch fields[1] {
    case "pbkdf2", "pbkdf2-sha1": algorithm = .sha1
    case "pbkdf2-sha256": algorithm = .sha256
    case "pbkdf2-sha512": algorithm = .sha512
    default: throw .unknown
    }
    guard fields.count == 5, let salt = HashText.base64(fields[3]), let digest = HashText.base64(fields[4]) else {
      throw .malformed
    }
    let words = fields[2].split(separator: ",", omittingEmptySubsequences: false)
    // A digest cut short would still agree as far as it goes: only one that says its size may have another.
    guard words.count == 1 ? digest.count == algorithm.size : words.count == 2 && words[1] == "l=\(digest.count)" else {
      throw .malformed
    }
    let rounds = words[0].hasPrefix("i=") ? words[0].dropFirst(2) : words[0]
    let blank = Base64.encode([UInt8](repeating: 0, count: digest.count), isPadded: false)
    return try pbkdf2(
      "pbkdf2-\(algorithm)", algorithm, rounds: rounds, salt: salt, digest: digest,
      setting: fields[..<4].joined(separator: "$") + "$" + blank)
  }

  /// A hash by PBKDF2, however it was written.
  static func pbkdf2(
    _ scheme: String, _ algorithm: DigestAlgorithm, rounds text: Substring, salt: [UInt8], digest: [UInt8],
    setting: String
  ) throws(HashFormatError) -> ForeignHash {
    guard text.utf8.count <= 9 else { throw .tooCostly("rounds=\(text)") }
    guard let rounds = HashText.number(text), rounds > 0, (16...64).contains(digest.count), algorithm != .md5 else {
      throw .malformed
    }
    let blocks = (digest.count + algorithm.size - 1) / algorithm.size
    try CostBound.check(rounds * blocks, atMost: CostBound.pbkdf2, "rounds=\(text)")
    // With fewer it is as quick as a bare digest (RFC 8018, section 4.2, asks for 1,000).
    return ForeignHash(scheme, isWeak: rounds < 1000, setting: setting, digest: digest) {
      password throws(HashingError) in
      algorithm.pbkdf2(password, salt: salt, rounds: rounds, size: digest.count)
    }
  }
}

extension DigestAlgorithm {
  /// PBKDF2 with HMAC over this digest; nil for MD5, which nobody uses there.
  func pbkdf2(_ password: [UInt8], salt: [UInt8], rounds: Int, size: Int) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: size)
    let count = UInt32(rounds)
    switch self {
    case .md5: return nil
    case .sha1:
      nettle_pbkdf2_hmac_sha1(password.count, password, count, salt.count, salt, size, &result)
    case .sha256:
      nettle_pbkdf2_hmac_sha256(password.count, password, count, salt.count, salt, size, &result)
    case .sha512:
      nettle_pbkdf2_hmac_sha512(password.count, password, count, salt.count, salt, size, &result)
    }
    return result
  }
}
