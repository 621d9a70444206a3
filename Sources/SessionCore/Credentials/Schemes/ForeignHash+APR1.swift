/// Apache's `$apr1$`: md5-crypt with another name in its first round, and no library has it.
extension ForeignHash {
  static func apr1(_ text: String) throws(HashFormatError) -> ForeignHash? {
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count > 2, fields[0].isEmpty, fields[1] == "apr1" else { return nil }
    // Apache makes eight characters of salt, and looks at no more.
    guard fields.count == 4, (1...8).contains(fields[2].utf8.count), fields[3].utf8.count == 22,
      HashText.isCryptText(fields[3])
    else { throw .malformed }
    let salt = Array(fields[2].utf8)
    let setting = "$apr1$\(fields[2])$" + String(repeating: ".", count: 22)
    return ForeignHash("apr1", isWeak: true, setting: setting, digest: Array(fields[3].utf8)) {
      password throws(HashingError) in
      password.contains(0) ? nil : cryptText(apr1Digest(password, salt: salt))
    }
  }

  /// The 16 bytes, by the rounds that Poul-Henning Kamp gave md5-crypt.
  private static func apr1Digest(_ password: [UInt8], salt: [UInt8]) -> [UInt8] {
    let md5 = DigestAlgorithm.md5
    let inner = md5.digest(password, salt, password)
    var first = password + Array("$apr1$".utf8) + salt
    for start in stride(from: 0, to: password.count, by: 16) { first += inner.prefix(password.count - start) }
    var bits = password.count
    while bits > 0 {
      first.append(bits & 1 == 1 ? 0 : password[0])
      bits >>= 1
    }
    var digest = md5.digest(first)
    for round in 0..<1000 {
      let (odd, spice) = (!round.isMultiple(of: 2), round.isMultiple(of: 3) ? [] : salt)
      digest = md5.digest(
        odd ? password : digest, spice, round.isMultiple(of: 7) ? [] : password, odd ? digest : password)
    }
    return digest
  }

  /// Md5-crypt's order of the bytes, three to four digits, least significant first.
  private static func cryptText(_ digest: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for index in 0..<5 {
      let bytes = [index, index + 6, index == 4 ? 5 : index + 12].map { Int(digest[$0]) }
      text += digits(bytes[0] << 16 | bytes[1] << 8 | bytes[2], count: 4)
    }
    return text + digits(Int(digest[11]), count: 2)
  }

  private static func digits(_ value: Int, count: Int) -> [UInt8] {
    (0..<count).map { HashText.cryptDigits[value >> (6 * $0) & 63] }
  }
}
