import ColourSchemes

/// The colours behind text, derived from a theme.
///
/// Unless the theme is wanted exactly as it is, grounds keep apart from each other: a bar, a dialog or the row under the
/// cursor that looks like the screen behind it is not there at all.
struct Grounds {
  let base: RGB
  let bar: RGB
  let cursor: RGB
  let dialog: RGB
  let field: RGB
  private let accent: RGB
  private let danger: RGB

  init(_ theme: Theme, exact: Bool) {
    base = theme[.base00]
    guard !exact else {
      bar = theme[.base01]
      cursor = theme[.base02]
      dialog = theme[.base01]
      field = theme[.base02]
      accent = theme[.base0D]
      danger = theme[.base08]
      return
    }
    let base = theme[.base00]
    let text = theme[.base05]
    bar = theme[.base01].apart(from: base, by: 1.1, towards: text)
    cursor = Self.cursor(theme)
    let dialog = bar.mixed(with: theme[.base02], 0.35).apart(from: base, by: 1.18, towards: text)
    self.dialog = dialog
    field = Self.field(theme, dialog)
    // A button's text is the screen's ground: the filling moves, so that the text need not turn over.
    accent = theme[.base0D].readable(on: base, floor: Contrast.text)
    danger = theme[.base08].readable(on: base, floor: Contrast.text)
  }

  /// What text of an ink stands on. A button that does harm is filled with danger.
  subscript(ground: Ground, ink: Ink) -> RGB {
    switch ground {
    case .base: base
    case .bar: bar
    case .cursor: cursor
    case .field: field
    case .dialog: dialog
    case .button: ink == .danger ? danger : accent
    }
  }

  /// The selection's ground. Where text would hardly show on it, it comes nearer to the screen's ground before the text
  /// has to change.
  private static func cursor(_ theme: Theme) -> RGB {
    let (base, text) = (theme[.base00], theme[.base05])
    let wanted = theme[.base02].apart(from: base, by: 1.25, towards: text)
    let steps = stride(from: 0.0, through: 0.9, by: 0.05).map { wanted.mixed(with: base, $0) }
    let apart = steps.filter { Contrast.ratio($0, base) >= 1.25 }
    return apart.first { Contrast.ratio($0, text) >= Contrast.text } ?? apart.last ?? wanted
  }

  /// A field lies deeper than the screen where there is room, as paper on a light one and a well on a dark one.
  private static func field(_ theme: Theme, _ dialog: RGB) -> RGB {
    let base = theme[.base00]
    let lightness = OKLab(base).lightness
    let deeper = base.withLightness(theme.isLight ? min(1, lightness + 0.05) : max(0, lightness - 0.06))
    if Contrast.ratio(deeper, base) >= 1.05 { return deeper }
    return theme[.base02].mixed(with: theme[.base03], 0.15).apart(from: dialog, by: 1.12, towards: theme[.base05])
  }
}

extension RGB {
  /// This colour, moved towards another as little as it takes to differ from a ground by a contrast.
  fileprivate func apart(from ground: RGB, by floor: Double, towards other: RGB) -> RGB {
    let steps = stride(from: 0.0, through: 1.0, by: 0.02).lazy.map { self.mixed(with: other, $0) }
    return steps.first { Contrast.ratio($0, ground) >= floor } ?? self
  }
}
