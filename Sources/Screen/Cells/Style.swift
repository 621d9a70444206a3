/// What a text means, from which a theme makes its colour. A text's meaning is never its colour alone: the words say it
/// too.
public enum Ink: UInt8, Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case text
  /// What may be overlooked.
  case dim
  /// Headings and what is chosen.
  case accent
  /// Names of things: ids, addresses, keys to press.
  case link
  /// All is well.
  case good
  /// Look here soon.
  case warning
  /// Look here now.
  case danger
}

/// What a text stands on.
public enum Ground: UInt8, Hashable, Sendable, CaseIterable {
  /// The screen.
  case base
  /// A bar across the screen: header, key bar.
  case bar
  /// The row under the cursor.
  case cursor
  /// A field to type in.
  case field
  /// The answer to a question that Enter would choose.
  case button
  /// A dialog over the screen.
  case dialog
  /// The mark of a database that is not to be confused with another. Its colours are never the theme's.
  case banner
}

/// The colour of a ``Ground/banner``, the same in every theme.
public enum BannerColour: String, Hashable, Sendable, CaseIterable {
  /// White on it, but for yellow.
  case red, orange, yellow, green, blue, magenta
}

/// How a cell looks, by meaning.
public struct Style: Hashable, Sendable {
  /// What the text means.
  public var ink: Ink
  /// What it stands on.
  public var ground: Ground
  /// Bold.
  public var isBold: Bool
  /// Underlined.
  public var isUnderlined: Bool

  /// Makes a style from its parts.
  public init(_ ink: Ink = .text, on ground: Ground = .base, bold: Bool = false, underlined: Bool = false) {
    self.ink = ink
    self.ground = ground
    self.isBold = bold
    self.isUnderlined = underlined
  }

  /// The same on another ground.
  public func on(_ ground: Ground) -> Style { Style(ink, on: ground, bold: isBold, underlined: isUnderlined) }
}
