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

extension Ink {
  /// The brighter of a base24 scheme's two colours for an ink; the same in a base16 scheme.
  var brightSlot: Theme.Slot {
    switch self {
    case .text, .dim: slot
    case .accent: .base16
    case .link: .base15
    case .good: .base14
    case .warning: .base13
    case .danger: .base12
    }
  }
}

extension Grounds {
  /// The look in the theme's own colours.
  func look(_ ink: Ink, on ground: Ground, _ theme: Theme, exact: Bool) -> Look {
    let behind = self[ground, ink]
    let floor = exact ? 1 : Contrast.floor(ink, on: ground)
    let colour = wanted(ink, on: ground, theme, floor: floor)
    return Look(.rgb(colour.readable(on: behind, floor: floor)), on: .rgb(behind))
  }

  /// What an ink would be without any floor: the scheme's own brighter colour before one of ours. On a filled button all
  /// inks but the dim one are the screen's ground.
  func wanted(_ ink: Ink, on ground: Ground, _ theme: Theme, floor: Double) -> RGB {
    let behind = self[ground, ink]
    guard ground == .button else {
      let (colour, bright) = (theme[ink.slot], theme[ink.brightSlot])
      let isBetter = Contrast.ratio(colour, behind) < floor && Contrast.ratio(bright, behind) >= floor
      return isBetter ? bright : colour
    }
    return ink == .dim ? base.mixed(with: behind, 0.2) : base
  }
}
