/// What the browser holds: a session's public id and the secret that proves it, 48 bytes, 64 characters of base64url.
///
/// The secret is nowhere else: the database keeps only a proof of it. Printing a token shows its id alone.
public struct Token: Hashable, Sendable {
  /// How many characters a token's text has.
  public static let length = 64

  /// Which session is meant.
  public let id: SessionID
  /// 32 bytes that only the browser knows (NIST SP 800-63B-4, 5.1: at least 64 bits; OWASP ASVS 5.0, 7.2.3: 128).
  public let secret: [UInt8]

  /// A new token for a session created at `time`.
  public init(time: Timestamp, random: RandomSource) {
    self.id = SessionID(time: time, random: random)
    self.secret = random.bytes(32)
  }

  /// Reads a cookie's value. Returns nil unless it is exactly what `text` gives for some token.
  public init?(text: [UInt8]) {
    guard text.count == Self.length, let bytes = Base64URL.decode(text), let id = SessionID(bytes: Array(bytes[..<16]))
    else { return nil }
    self.id = id
    self.secret = Array(bytes[16...])
  }

  /// The value of the cookie. It logs its bearer in: it goes to the browser and nowhere else.
  public var text: String { Base64URL.encode(id.bytes + secret) }
}

extension Token: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The id, with the secret withheld.
  public var description: String { "\(id.short)(secret hidden)" }
  /// The id, with the secret withheld.
  public var debugDescription: String { description }
  /// Nothing to look into: a dump must not show the secret either.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
