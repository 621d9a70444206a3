import CUtf8proc
import Glibc

/// The name that a person types to log in, and the key by which it is compared.
///
/// `ALICE`, `alice` and `Ａｌｉｃｅ` are one account: the key is the name in Unicode's NFKC form with case folded
/// (Unicode Standard Annex 15 and section 3.13). What was typed is kept for showing.
public struct Login: Hashable, Sendable {
  /// The most that a login may take: 255 bytes of UTF-8.
  public static let maximumBytes = 255

  /// The name as it was typed.
  public let text: String
  /// The name as it is compared: equal keys are one account.
  public let key: String

  /// Takes `text` as a login.
  ///
  /// - Throws: ``LoginError`` when it is empty, longer than 255 bytes, begins or ends with a space, or holds a control
  ///   or an invisible formatting character.
  public init(_ text: String) throws {
    let size = text.utf8.count
    guard size > 0 else { throw LoginError.empty }
    guard size <= Self.maximumBytes else { throw LoginError.tooLong }
    guard text.first != " ", text.last != " ", !text.unicodeScalars.contains(where: Self.isForbidden) else {
      throw LoginError.unprintable
    }
    // A wide or a no-break space folds to a space: at either end it would make a name that looks like another's.
    guard let key = Self.key(for: text), let first = key.first, first != " ", key.last != " ",
      key.utf8.count <= 4 * Self.maximumBytes
    else {
      throw LoginError.unprintable
    }
    self.text = text
    self.key = key
  }

  /// Takes a login and its key as a store kept them.
  public init(text: String, key: String) {
    self.text = text
    self.key = key
  }

  /// The key of `text`, whether or not it could be a login; nil when Unicode has no answer. A prefix of a login has a
  /// key too, which is what filters compare.
  public static func key(for text: String) -> String? {
    var text = text
    let ascii = text.withUTF8 { $0.allSatisfy { $0 < 0x80 && $0 != 0 } }
    if ascii { return text.lowercased() }
    guard !text.utf8.contains(0),
      let folded = text.withCString({ cString in
        cString.withMemoryRebound(to: UInt8.self, capacity: 1) { utf8proc_NFKC_Casefold($0) }
      })
    else { return nil }
    defer { free(folded) }
    return String(cString: folded)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    // What stands where bytes were no UTF-8: nobody can mean it.
    if scalar == "\u{FFFD}" { return true }
    return switch utf8proc_category(utf8proc_int32_t(bitPattern: scalar.value)) {
    case UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CF, UTF8PROC_CATEGORY_CS, UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_CN,
      UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP:
      true
    default: false
    }
  }
}

/// Why a text cannot be a login.
public enum LoginError: Error, Hashable {
  /// It has no characters.
  case empty
  /// It takes more than ``Login/maximumBytes`` bytes.
  case tooLong
  /// It begins or ends with a space, or holds a control or an invisible character.
  case unprintable
}
