extension Look {
  /// The look in the sixteen colours that the terminal's user has chosen, on the ground they have chosen. Grounds are
  /// reversed text without a hue: which hue would be readable there, nobody but the user knows.
  static func ansi(_ ink: Ink, on ground: Ground) -> Look {
    guard !ground.isReversed else { return mono(ink, on: ground) }
    let colour: Paint =
      switch ink {
      case .text: .terminal
      case .dim: .ansi(8)
      case .accent: .ansi(4)
      case .link: .ansi(6)
      case .good: .ansi(2)
      case .warning: .ansi(3)
      case .danger: .ansi(1)
      }
    return Look(colour, bold: ink == .danger || ink == .accent, underlined: ground == .field)
  }

  /// The look without any colour.
  static func mono(_ ink: Ink, on ground: Ground) -> Look {
    let isMarked = [.accent, .warning, .danger].contains(ink) || ink == .link && ground.isReversed
    let isUnderlined = ground == .field || ink == .link && ground == .base
    return Look(bold: isMarked || ground == .button, underlined: isUnderlined, reversed: ground.isReversed)
  }
}

extension Ground {
  /// Whether a ground without colour is told by reversed text.
  fileprivate var isReversed: Bool { self == .bar || self == .cursor || self == .button || self == .banner }
}
