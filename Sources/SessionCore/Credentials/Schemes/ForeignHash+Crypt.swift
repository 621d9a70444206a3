import CCrypt
import Glibc

/// The schemes of crypt(3), by libxcrypt: bcrypt, md5-crypt, sha256-crypt and sha512-crypt.
extension ForeignHash {
  /// Bytes of a password that bcrypt looks at; the rest never counted. A new hash at the next login mends it.
  private static let bcryptBytes = 72

  static func crypt(_ text: String) throws(HashFormatError) -> ForeignHash? {
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count > 2, fields[0].isEmpty else { return nil }
    return switch fields[1] {
    case "2a", "2b", "2y": try bcrypt(text, fields)
    case "1": try hashed("md5-crypt", text, fields[2...], size: 22, isWeak: true)
    case "5": try shaCrypt("sha256-crypt", text, fields, size: 43)
    case "6": try shaCrypt("sha512-crypt", text, fields, size: 86)
    default: nil
    }
  }

  private static func bcrypt(_ text: String, _ fields: [Substring]) throws(HashFormatError) -> ForeignHash {
    guard fields.count == 4, let cost = HashText.number(fields[2].drop { $0 == "0" }), fields[2].utf8.count == 2,
      cost >= 4,
      fields[3].utf8.count == 53, HashText.isCryptText(fields[3])
    else { throw .malformed }
    try CostBound.check(cost, atMost: CostBound.bcrypt, "cost=\(cost)")
    return crypted("bcrypt", text, size: 31, longest: bcryptBytes)
  }

  private static func shaCrypt(_ scheme: String, _ text: String, _ fields: [Substring], size: Int)
    throws(HashFormatError) -> ForeignHash
  {
    guard fields[2].hasPrefix("rounds=") else { return try hashed(scheme, text, fields[2...], size: size) }
    let rounds = fields[2].dropFirst("rounds=".count)
    guard rounds.utf8.count <= 9 else { throw .tooCostly(String(fields[2])) }
    guard let number = HashText.number(rounds), number >= 1000 else { throw .malformed }
    try CostBound.check(number, atMost: CostBound.shaCrypt, String(fields[2]))
    return try hashed(scheme, text, fields[3...], size: size)
  }

  /// Takes the fields after the costs: a salt and a digest.
  private static func hashed(
    _ scheme: String, _ text: String, _ fields: ArraySlice<Substring>, size: Int, isWeak: Bool = false
  ) throws(HashFormatError) -> ForeignHash {
    guard fields.count == 2, let salt = fields.first, let digest = fields.last, salt.utf8.count <= 64,
      salt.utf8.allSatisfy({ $0 > 0x20 && !"!*:;\\".utf8.contains($0) }), digest.utf8.count == size,
      HashText.isCryptText(digest)
    else { throw .malformed }
    return crypted(scheme, text, size: size, isWeak: isWeak)
  }

  /// A hash whose last `size` characters are what crypt(3) must come to.
  ///
  /// Only they are compared: some makers leave bits set in a salt that crypt(3) writes as zeros.
  static func crypted(_ scheme: String, _ text: String, size: Int, isWeak: Bool = false, longest: Int = .max)
    -> ForeignHash
  {
    let setting = text.dropLast(size) + String(repeating: ".", count: size)
    return ForeignHash(scheme, isWeak: isWeak, setting: String(setting), digest: Array(text.utf8.suffix(size))) {
      password throws(HashingError) in
      // For C a NUL would end it, and what comes after would not count.
      guard !password.contains(0) else { return nil }
      let result = try CryptFunction.output(for: Array(password.prefix(longest)), setting: String(setting))
      return result.map { Array($0.suffix(size)) }
    }
  }
}
