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
    case .banner: danger
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

  /// A field lies deeper than the screen where there is room, as paper on a light one and a well on a dark one. A base24
  /// scheme has a colour for that.
  private static func field(_ theme: Theme, _ dialog: RGB) -> RGB {
    let base = theme[.base00]
    if Contrast.ratio(theme[.base10], base) >= 1.05, Contrast.ratio(theme[.base10], theme[.base05]) >= Contrast.text {
      return theme[.base10]
    }
    let lightness = OKLab(base).lightness
    let deeper = base.withLightness(theme.isLight ? min(1, lightness + 0.05) : max(0, lightness - 0.06))
    if Contrast.ratio(deeper, base) >= 1.05 { return deeper }
    let wanted = theme[.base02].mixed(with: theme[.base03], 0.15)
    return wanted.apart(from: [(dialog, 1.12), (base, 1.05)], towards: theme[.base05])
  }
}

extension RGB {
  /// This colour, moved towards another as little as it takes to differ from a ground by a contrast; where that is as the
  /// ground itself, towards black or white.
  fileprivate func apart(from ground: RGB, by floor: Double, towards other: RGB) -> RGB {
    apart(from: [(ground, floor)], towards: other)
  }

  fileprivate func apart(from grounds: [(colour: RGB, floor: Double)], towards other: RGB) -> RGB {
    for end in [other, RGB(luminance > 0.18 ? 0 : 0xFFFFFF), RGB(luminance > 0.18 ? 0xFFFFFF : 0)] {
      let steps = stride(from: 0.0, through: 1.0, by: 0.02).lazy.map { self.mixed(with: end, $0) }
      if let step = steps.first(where: { step in
        grounds.allSatisfy { Contrast.ratio(step, $0.colour) >= $0.floor }
      }) {
        return step
      }
    }
    return self
  }
}
