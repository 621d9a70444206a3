/// A weak hash within Argon2id: `$wrapped$SETTING$argon2id$…`. SETTING is the weak hash with its digest blotted out, so
/// that it says how to hash a password and no longer what comes out; Argon2id is over what comes out.
struct WrappedHash: Sendable {
  private static let prefix = "$wrapped$"

  /// How to come to the weak hash.
  let inner: ForeignHash
  /// What its digest must hash to.
  let outer: Argon2Hash

  /// Reads `text`; nil when it is not of this form.
  init?(reading text: String) throws(HashFormatError) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let rest = text.dropFirst(Self.prefix.count)
    guard let end = rest.firstIndex(of: "$"), let setting = Base64URL.decode(Array(rest[..<end].utf8)),
      setting.allSatisfy({ (0x20...0x7E).contains($0) }), let outer = try Argon2Hash(reading: String(rest[end...])),
      outer.scheme == "argon2id"
    else { throw .malformed }
    do {
      self.inner = try ForeignHash(reading: String(decoding: setting, as: UTF8.self))
    } catch .unknown {
      throw .malformed
    }
    self.outer = outer
  }

  /// The text of a wrapped hash.
  static func text(setting: String, outer: String) -> String {
    prefix + Base64URL.encode(Array(setting.utf8)) + outer
  }
}
