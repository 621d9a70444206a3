import ColourSchemes

extension Ink {
  /// The place in a scheme that an ink is taken from.
  var slot: Theme.Slot {
    switch self {
    case .text: .base05
    case .dim: .base03
    case .accent: .base0D
    case .link: .base0C
    case .good: .base0B
    case .warning: .base0A
    case .danger: .base08
    }
  }
}

extension Grounds {
  /// The look in the theme's own colours.
  func look(_ ink: Ink, on ground: Ground, _ theme: Theme, exact: Bool) -> Look {
    let behind = self[ground, ink]
    let colour = wanted(ink, on: ground, theme)
    let floor = exact ? 1 : Contrast.floor(ink, on: ground)
    return Look(.rgb(colour.readable(on: behind, floor: floor)), on: .rgb(behind))
  }

  /// What an ink would be without any floor. On a filled button all inks but the dim one are the screen's ground.
  func wanted(_ ink: Ink, on ground: Ground, _ theme: Theme) -> RGB {
    guard ground == .button else { return theme[ink.slot] }
    return ink == .dim ? base.mixed(with: self[ground, ink], 0.2) : base
  }
}
