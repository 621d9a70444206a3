/// Base64 with the usual alphabet (RFC 4648, section 4).
public enum Base64 {
  /// The text of `bytes`, with padding, as headers and data: URLs want it, or without, as hashes of passwords do.
  public static func encode(_ bytes: [UInt8], isPadded: Bool = true) -> String {
    let text = Base64URL.encode(bytes).utf8.map { character -> UInt8 in
      switch character {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: character
      }
    }
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: isPadded ? (4 - text.count % 4) % 4 : 0)
    return String(decoding: text + padding, as: UTF8.self)
  }
}
