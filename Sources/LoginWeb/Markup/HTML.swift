import SessionCore

/// A piece of a page. It is written as a literal; every text interpolated into one is escaped, so a name such as
/// `<script>` can only ever be shown (OWASP ASVS 5.0, 1.2.1). What a site adds of its own is looked through first; there is no other way to make one from
/// a text without escaping.
public struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// The markup.
  public let text: String

  /// Takes markup that is written in the source, and only there.
  public init(stringLiteral markup: StaticString) { self.text = markup.description }

  /// Takes markup that ``Fragment`` or ``SiteStyle`` has looked through. Nothing else may call it.
  init(checked markup: String) { self.text = markup }

  /// Takes markup with values in it.
  public init(stringInterpolation: StringInterpolation) { self.text = stringInterpolation.markup }

  /// Collects markup and escapes what is put into it.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// Begins a piece of markup.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    /// Appends markup from the source.
    public mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }

    /// Appends a text, escaped for content and for quoted attributes alike.
    public mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &markup) }

    /// Appends a phrase in a language, escaped.
    public mutating func appendInterpolation(_ phrase: Phrase, _ language: Language) {
      HTML.escape(phrase(language), into: &markup)
    }

    /// Appends a number.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Appends a piece of markup as it is; nothing for nil.
    public mutating func appendInterpolation(_ html: HTML?) { markup += html?.text ?? "" }

    /// Appends pieces of markup, one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.text }
    }
  }

  private static func escape(_ text: String, into markup: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      // Control characters have no meaning in a page, and the parser would turn some of them into others.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": markup += "\u{FFFD}"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }
}
