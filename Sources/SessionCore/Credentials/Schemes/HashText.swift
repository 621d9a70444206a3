/// The alphabets in which hashes are written. Texts are ASCII here: ``StoredHash`` lets no other in.
enum HashText {
  /// The digits of crypt(3)'s base 64, which phpass shares.
  static let cryptDigits = Array("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Whether all of `text` is of crypt(3)'s base 64.
  static func isCryptText(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy(cryptDigits.contains) }

  /// The bytes of a base 64 text (RFC 4648, section 4), with its padding or without; passlib's `.` stands for `+`.
  static func base64(_ text: some StringProtocol) -> [UInt8]? {
    var characters = Array(text.utf8)
    let padding = characters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding == 0 || padding <= 2 && characters.count.isMultiple(of: 4) else { return nil }
    characters.removeLast(padding)
    return Base64URL.decode(
      characters.map { character in
        switch character {
        case UInt8(ascii: "+"), UInt8(ascii: "."): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        case UInt8(ascii: "-"), UInt8(ascii: "_"): 0
        default: character
        }
      })
  }

  /// The bytes of a hexadecimal text in either case.
  static func hex(_ text: some StringProtocol) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue.map(UInt8.init) }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    let values = digits.compactMap { $0 }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  /// A count in decimal digits, without a sign or leading zeros, at most nine digits long.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.utf8.count == 1 || text.utf8.first != 0x30
    else { return nil }
    return Int(text)
  }

  /// The counts of `names`, in their order, from a text like `m=65536,t=3,p=4`.
  static func numbers(_ text: some StringProtocol, _ names: String...) -> [Int]? {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == names.count else { return nil }
    let numbers = zip(fields, names).compactMap { field, name in
      field.hasPrefix(name + "=") ? number(field.dropFirst(name.count + 1)) : nil
    }
    return numbers.count == names.count ? numbers : nil
  }
}
