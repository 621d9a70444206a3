import CUtf8proc
import Glibc

/// A password on its way to be hashed. It never prints itself.
///
/// All of Unicode is welcome, nothing is cut off and case matters (NIST SP 800-63B-4, 3.1.1.2); the same characters
/// entered by different keyboards are made equal by Unicode's NFC form.
public struct Password: Sendable {
  /// The most that is taken before hashing, in bytes: a longer text costs time and adds nothing.
  public static let maximumBytes = 1024
  /// The fewest characters for a new password where it is the only factor (NIST SP 800-63B-4, 3.1.1.2).
  public static let minimumCharacters = 15

  /// The bytes to hash, as C sees them.
  let characters: [CChar]
  /// The bytes as they were typed, where NFC changed them: other programs hashed those.
  private let typed: [CChar]?
  /// How many code points it has.
  let length: Int

  /// What a stored hash may have been made from, and whether it is in NFC.
  var spellings: [(message: [CChar], isComposed: Bool)] {
    [(characters, true)] + (typed.map { [($0, false)] } ?? [])
  }

  /// Takes a password as it was typed.
  ///
  /// - Throws: ``PasswordError/tooLong`` beyond 1,024 bytes, ``PasswordError/empty`` for nothing.
  public init(_ text: String) throws {
    guard !text.isEmpty else { throw PasswordError.empty }
    guard text.utf8.count <= Self.maximumBytes else { throw PasswordError.tooLong }
    let typed = text.utf8.map { CChar(bitPattern: $0) }
    self.characters = Self.composed(text).map { CChar(bitPattern: $0) }
    self.typed = typed == characters ? nil : typed
    self.length = text.unicodeScalars.count
  }

  private init(characters: [CChar]) {
    self.characters = characters
    self.typed = nil
    self.length = characters.count
  }

  /// Stands in for a text that cannot be a password, so that its refusal takes as long.
  static let placeholder = Password(characters: [0x20])

  private static func composed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    var result: UnsafeMutablePointer<UInt8>?
    let count = utf8proc_map(
      bytes, bytes.count, &result, utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue))
    guard count >= 0, let result else { return bytes }
    defer { free(result) }
    return Array(UnsafeBufferPointer(start: result, count: count))
  }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says that there is a password, not which.
  public var description: String { "Password(hidden)" }
  /// Says that there is a password, not which.
  public var debugDescription: String { description }
  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a text cannot be a password.
public enum PasswordError: Error, Hashable {
  /// It has no characters.
  case empty
  /// It takes more than ``Password/maximumBytes`` bytes.
  case tooLong
  /// It is a new password with fewer than ``Password/minimumCharacters`` characters.
  case tooShort
  /// It is a new password that is in the list of those that others are known to have used.
  case common
  /// It is a new password, and its user's login makes up most of it.
  case containsLogin
  /// It is a new password of words that everybody would try first.
  case obvious
  /// It is a new password of one short part over and over, or of very few different characters.
  case repetitive
  /// It is a new password that goes along the alphabet, the digits or the keyboard.
  case sequence
}
