/// The prefixes of directories (RFC 2307, section 5.3, and OpenLDAP's own); htpasswd's `{SHA}` is one of them.
extension ForeignHash {
  private static let directoryDigests: [(prefix: String, algorithm: DigestAlgorithm, isSalted: Bool)] = [
    ("{MD5}", .md5, false), ("{SMD5}", .md5, true), ("{SHA}", .sha1, false), ("{SSHA}", .sha1, true),
    ("{SHA256}", .sha256, false), ("{SSHA256}", .sha256, true), ("{SHA512}", .sha512, false),
    ("{SSHA512}", .sha512, true),
  ]

  static func ldap(_ text: String) throws(HashFormatError) -> ForeignHash? {
    guard text.hasPrefix("{"), let end = text.firstIndex(of: "}") else { return nil }
    let prefix = text[...end].uppercased()
    let rest = text[text.index(after: end)...]
    if prefix == "{CRYPT}" {
      if let hash = try crypt(String(rest)) { return hash }
      return try yescrypt(String(rest))
    }
    guard let (_, algorithm, isSalted) = directoryDigests.first(where: { $0.prefix == prefix }) else { return nil }
    guard let bytes = HashText.base64(rest), isSalted ? bytes.count > algorithm.size : bytes.count == algorithm.size
    else { throw .malformed }
    let salt = Array(bytes.dropFirst(algorithm.size))
    let setting = prefix + Base64.encode([UInt8](repeating: 0, count: algorithm.size) + salt, isPadded: false)
    // {SSHA} is known as ssha; a bare digest has the plain name already.
    let name = prefix.dropFirst().dropLast().lowercased()
    return ForeignHash(
      isSalted ? name : "ldap-" + name, isWeak: true, setting: setting, digest: Array(bytes.prefix(algorithm.size))
    ) { password throws(HashingError) in
      algorithm.digest(password, salt)
    }
  }
}
