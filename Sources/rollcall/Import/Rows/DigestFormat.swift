import SessionCore

/// How to read hashes that do not say themselves what they are.
struct DigestFormat: Sendable {
  /// What such a hash can be, as `--hash-format` names it; `plain` says that passwords are in clear, whatever they look
  /// like.
  enum Function: String, CaseIterable { case auto, plain, md5, sha1, sha256, sha512, mysql }
  /// On which side of the password its salt was, as `--salt` names it.
  enum SaltSide: String, CaseIterable { case left, right }

  /// The function; `auto` to go by what each hash says itself.
  var function = Function.auto
  /// The side of a row's salt.
  var saltSide = SaltSide.left

  /// What a row's hash can be checked against.
  ///
  /// - Throws: ``RowReason/bareDigest``: an account without its hash could not be mended by a second import.
  func secret(_ text: String, salt: [UInt8]?) throws(RowReason) -> ImportSecret {
    guard let algorithm else {
      if function == .auto, Self.isBare(text) { throw .bareDigest }
      let isStarless = function == .mysql && text.utf8.first != Byte.star && !text.hasPrefix("$")
      return ImportSecret(hash: isStarless ? "*" + text : text)
    }
    // In a table that was half way to a better format, some say what they are.
    if let hash = try? StoredHash(reading: text) { return .known(.hash(hash)) }
    return ImportSecret { () throws(HashFormatError) in
      try StoredHash(hexadecimal: text, of: algorithm, salt: digestSalt(salt ?? []))
    }
  }

  private var algorithm: DigestAlgorithm? { DigestAlgorithm(rawValue: function.rawValue) }

  private func digestSalt(_ bytes: [UInt8]) -> StoredHash.DigestSalt {
    switch saltSide {
    case .left: .left(bytes)
    case .right: .right(bytes)
    }
  }

  /// Whether a text is nothing but hexadecimal digits, as many as one of the functions makes.
  static func isBare(_ text: String) -> Bool {
    DigestAlgorithm.allCases.contains { $0.size * 2 == text.utf8.count }
      && text.utf8.allSatisfy { Byte.hexDigit($0) != nil }
  }
}
