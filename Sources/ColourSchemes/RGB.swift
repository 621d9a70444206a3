/// A colour in sRGB, 8 bits a channel.
public struct RGB: Hashable, Sendable, CustomStringConvertible {
  /// Red, 0 to 255.
  public let red: UInt8
  /// Green, 0 to 255.
  public let green: UInt8
  /// Blue, 0 to 255.
  public let blue: UInt8

  /// Makes a colour from its channels.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a colour from 24 bits, as in `0x88C0D0`. Higher bits are ignored.
  public init(_ bits: UInt32) {
    self.init(UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF))
  }

  /// Makes a colour from six hexadecimal digits, or three, with or without a leading `#`; nil for anything else.
  public init?(hex text: some StringProtocol) {
    var digits = text.hasPrefix("#") ? Substring(text).dropFirst() : Substring(text)
    if digits.utf8.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ UInt8(ascii: "0") <= $0 }),
      let bits = UInt32(digits, radix: 16)
    else { return nil }
    self.init(bits)
  }

  /// The 24 bits as a number.
  public var bits: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// Six hexadecimal digits after a `#`.
  public var description: String {
    let digits = String(bits, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
