/// Phpass's portable hashes, as WordPress and phpBB kept them: `$P$` and `$H$`.
extension ForeignHash {
  static func phpass(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard text.hasPrefix("$P$") || text.hasPrefix("$H$") else { return nil }
    let digits = Array(text.utf8.dropFirst(3))
    guard digits.count == 31, let cost = HashText.cryptDigits.firstIndex(of: digits[0]), (7...30).contains(cost),
      HashText.isCryptText(text.dropFirst(12))
    else { throw .malformed }
    try CostBound.check(cost, atMost: CostBound.phpass, "rounds=2^\(cost)")
    let salt = Array(digits[1..<9])
    let setting = text.prefix(12) + String(repeating: ".", count: 22)
    // MD5 however often is quick on a graphics card.
    return ForeignHash("phpass", isWeak: true, setting: String(setting), digest: Array(digits[9...])) {
      password throws(HashingError) in
      var digest = DigestAlgorithm.md5.digest(salt, password)
      for _ in 0..<(1 << cost) { digest = DigestAlgorithm.md5.digest(digest, password) }
      return phpassText(digest)
    }
  }

  /// Three bytes to four digits, least significant first.
  private static func phpassText(_ digest: [UInt8]) -> [UInt8] {
    stride(from: 0, to: digest.count, by: 3).flatMap { start in
      let bytes = digest[start..<min(start + 3, digest.count)]
      let value = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
      return (0...bytes.count).map { HashText.cryptDigits[value >> (6 * $0) & 63] }
    }
  }
}
