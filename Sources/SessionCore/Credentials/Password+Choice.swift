import CUtf8proc
import Glibc

extension Password {
  /// Refuses what may not be chosen as a new password. There are no rules of composition: they do not help
  /// (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 6.2.5).
  ///
  /// - Parameters:
  ///   - login: whose password it will be; it may not make up most of it (OWASP ASVS 5.0, 6.2.11).
  ///   - blocklist: passwords that others are known to have used (OWASP ASVS 5.0, 6.2.4 and 6.2.12).
  /// - Throws: ``PasswordError/tooShort`` below 15 characters, each code point counted as one; another
  ///   ``PasswordError`` when it is easily guessed; ``BlocklistError`` when the list cannot be read.
  public func checkChoice(for login: Login? = nil, blocklist: Blocklist? = nil) throws {
    guard length >= Self.minimumCharacters else { throw PasswordError.tooShort }
    if let error = GuessableText(folded, login: login?.key).error { throw error }
    if let blocklist, try blocklist.contains(self) { throw PasswordError.common }
  }

  /// The text with case folded, in NFC.
  var folded: String { Self.folded(characters.map { UInt8(bitPattern: $0) }) }

  /// UTF-8 with case folded, in NFC (Unicode Standard, section 3.13).
  static func folded(_ bytes: [UInt8]) -> String {
    var result: UnsafeMutablePointer<UInt8>?
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
    let count = utf8proc_map(bytes, bytes.count, &result, utf8proc_option_t(options))
    guard count >= 0, let result else { return String(decoding: bytes, as: UTF8.self) }
    defer { free(result) }
    return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}
