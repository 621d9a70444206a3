import CSodium
import Glibc

/// Scrypt (RFC 7914), by libsodium: `$scrypt$ln=16,r=8,p=1$salt$digest` as PHC strings have it.
extension ForeignHash {
  static func scrypt(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard text.hasPrefix("$scrypt$") else { return nil }
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count == 5, let costs = HashText.numbers(fields[2], "ln", "r", "p"), costs.allSatisfy({ $0 > 0 }),
      let salt = HashText.base64(fields[3]), let digest = HashText.base64(fields[4])
    else { throw .malformed }
    let blank = Base64.encode([UInt8](repeating: 0, count: digest.count), isPadded: false)
    return try scrypt(
      "scrypt", ScryptCosts(logN: costs[0], r: costs[1], p: costs[2]), salt: salt, digest: digest,
      setting: fields[..<4].joined(separator: "$") + "$" + blank)
  }

  /// A hash by scrypt, however it was written.
  static func scrypt(
    _ scheme: String, _ costs: ScryptCosts, salt: [UInt8], digest: [UInt8], setting: String
  ) throws(HashFormatError) -> ForeignHash {
    // One cut short would still agree as far as it goes.
    guard digest.count == 32 || digest.count == 64 else { throw .malformed }
    try costs.check(memory: CostBound.scryptMemory, "ln=\(costs.logN),r=\(costs.r),p=\(costs.p)")
    return ForeignHash(scheme, isWeak: false, setting: setting, digest: digest) { password throws(HashingError) in
      var result = [UInt8](repeating: 0, count: digest.count)
      errno = 0
      let status = crypto_pwhash_scryptsalsa208sha256_ll(
        password, password.count, salt, salt.count, 1 << UInt64(costs.logN), UInt32(costs.r), UInt32(costs.p),
        &result, result.count)
      guard status == 0 else {
        if errno == ENOMEM { throw HashingError() }
        return nil
      }
      return result
    }
  }
}
