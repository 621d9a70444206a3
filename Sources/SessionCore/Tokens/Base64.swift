import CSodium

/// Base64 with padding, as headers and data: URLs want it (RFC 4648, section 4).
public enum Base64 {
  /// The text of `bytes`.
  public static func encode(_ bytes: [UInt8]) -> String {
    let text = Base64URL.encode(bytes).utf8.map { character -> UInt8 in
      switch character {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: character
      }
    }
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
    return String(decoding: text + padding, as: UTF8.self)
  }

  /// SHA-256 of a text, as a Content-Security-Policy names it: `sha256-` and the digest (CSP level 3, section 2.3.1).
  public static func source(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return "sha256-" + encode(digest)
  }
}
