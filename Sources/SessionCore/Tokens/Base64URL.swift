/// Base64 with the alphabet that is safe in URLs and cookies, without padding (RFC 4648, section 5).
public enum Base64URL {
  private static func character(_ sextet: UInt8) -> UInt8 {
    switch sextet {
    case 0..<26: sextet + 0x41
    case 26..<52: sextet - 26 + 0x61
    case 52..<62: sextet - 52 + 0x30
    case 62: 0x2D
    default: 0x5F
    }
  }

  private static func sextet(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x41...0x5A: character - 0x41
    case 0x61...0x7A: character - 0x61 + 26
    case 0x30...0x39: character - 0x30 + 52
    case 0x2D: 62
    case 0x5F: 63
    default: nil
    }
  }

  /// The text of `bytes`.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(character(UInt8(held >> UInt32(bits) & 63)))
      }
    }
    if bits > 0 { text.append(character(UInt8(held << UInt32(6 - bits) & 63))) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of `text`, or nil when it is not base64url, is padded, or has set bits that belong to no byte:
  /// every sequence of bytes has exactly one text.
  public static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var held: UInt32 = 0
    var bits = 0
    for character in text {
      guard let value = sextet(character) else { return nil }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> UInt32(bits) & 255))
        held &= (1 << UInt32(bits)) - 1
      }
    }
    return bits < 6 && held == 0 ? bytes : nil
  }
}
