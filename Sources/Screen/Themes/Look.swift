import ColourSchemes

/// A colour as a terminal is told it.
public enum Paint: Hashable, Sendable {
  /// Whatever the terminal's user has chosen for text or for the ground behind it.
  case terminal
  /// One of the 16 colours that the terminal's user has chosen: 0 to 7, bright 8 to 15.
  case ansi(Int)
  /// One of xterm's 256, from 16 on: those below are the user's own.
  case indexed(Int)
  /// Any colour.
  case rgb(RGB)

  /// What colour that is, where it is known.
  public var rgb: RGB? {
    switch self {
    case .terminal, .ansi: nil
    case .indexed(let index): IndexedColours.colour(index)
    case .rgb(let colour): colour
    }
  }
}

/// How a cell looks on a terminal of a certain depth.
public struct Look: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Paint
  /// The colour behind it.
  public var background: Paint
  /// Bold.
  public var isBold: Bool
  /// Underlined.
  public var isUnderlined: Bool
  /// Text and ground change places.
  public var isReversed: Bool

  /// Makes a look from its parts.
  public init(
    _ foreground: Paint = .terminal, on background: Paint = .terminal, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = bold
    self.isUnderlined = underlined
    self.isReversed = reversed
  }

  /// The contrast between text and ground; nil where the terminal's user has chosen the colours.
  public var contrast: Double? {
    guard let text = foreground.rgb, let ground = background.rgb else { return nil }
    return Contrast.ratio(text, ground)
  }
}
