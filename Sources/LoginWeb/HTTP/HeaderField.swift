/// One line of a response's header. Names are literals; values cannot hold what would end a line or begin another.
public struct HeaderField: Sendable {
  /// The field's name, written in the source.
  public let name: StaticString
  /// The field's value.
  public let value: HeaderValue
}

/// The value of a header field: printable ASCII by construction, so that nothing typed by a visitor can add a header
/// (RFC 9110, section 5.5; OWASP ASVS 5.0, 1.2.1).
public struct HeaderValue: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The value as it is sent.
  public let text: String

  /// Takes `text`; every byte that is not printable ASCII becomes a percent sign and two digits.
  public init(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { $0.allSatisfy(Self.isPrintable) }
    self.text = isPlain ? text : Percent.encode(text, keeping: Self.isPrintable)
  }

  /// Takes a literal, with texts interpolated or not, as ``init(_:)`` does.
  public init(stringLiteral text: String) { self.init(text) }

  /// Takes a person's or a group's name. Its percent signs are encoded as well: what reads it may decode it, and no
  /// login spelled with percent signs can then pass for another.
  public init(identity text: String) {
    self.text = Percent.encode(text) { Self.isPrintable($0) && $0 != UInt8(ascii: "%") }
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }
}
