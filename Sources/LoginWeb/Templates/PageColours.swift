import ColourSchemes

/// The colours of pages by meaning, made from themes.
///
/// A scheme's sixteen colours are meant for an editor, so they are where to begin: grounds keep near to the scheme's, and
/// whatever is read moves in lightness until it has its contrast on every ground that it may stand on (WCAG 2.2, 1.4.3
/// and 1.4.11).
struct PageColours {
  /// What a colour of the stylesheet is called, and the colour.
  typealias Entry = (name: String, colour: RGB)

  let light: Theme
  let dark: Theme

  /// The stylesheet that sets them.
  var html: HTML { HTML(checked: sheet) }

  /// Its text.
  var sheet: String {
    """
    :root{\(Self.declarations(light))}
    @media(prefers-color-scheme:dark){:root{\(Self.declarations(dark))}}

    """
  }

  private static func declarations(_ theme: Theme) -> String {
    let colours = colours(of: theme).map { ";--\($0.name):\($0.colour)" }.joined()
    return "color-scheme:\(theme.isLight ? "light" : "dark")\(colours)"
  }

  /// What a theme gives.
  static func colours(of theme: Theme) -> [Entry] {
    let ground = Grounds(theme)
    let text = [ground.paper, ground.field, ground.note]
    let act = theme[.base0D].readable(on: text, Contrast.text)
    let mark = theme[.base08].readable(on: [ground.paper], Contrast.dim)
    let ink = theme[.base05].readable(on: text, Contrast.text)
    let alarm = ground.paper.mixed(with: theme[.base08], 0.12).unless(ground.isFlat, ground.paper)
    return [
      ("paper", ground.paper), ("field", ground.field), ("note", ground.note), ("ink", ink),
      ("soft", ink.mixed(with: ground.paper, 0.22).readable(on: text, Contrast.text)),
      ("line", ground.paper.mixed(with: ink, 0.15)),
      ("edge", theme[.base03].readable(on: text, Contrast.dim)),
      ("act", act), ("act-over", act.mixed(with: ink, 0.25)),
      ("act-ink", ground.paper.readable(on: [act, act.mixed(with: ink, 0.25)], Contrast.text)),
      ("mark", mark), ("mark-ink", ground.paper.readable(on: [mark], Contrast.text)),
      ("bad", theme[.base08].readable(on: text + [alarm], Contrast.text)), ("bad-ground", alarm),
    ]
  }

  /// What text stands on.
  private struct Grounds {
    let paper: RGB
    var field: RGB
    var note: RGB
    /// Whether they are all one colour: in the middle between black and white there is no room for three.
    let isFlat: Bool

    init(_ theme: Theme) {
      paper = theme[.base00]
      let lightness = OKLab(paper).lightness
      field = paper.withLightness(theme.isLight ? min(1, lightness + 0.025) : max(0, lightness - 0.03))
      note = paper.withLightness(theme.isLight ? lightness - 0.03 : lightness + 0.045)
      let end = RGB(theme.isLight ? 0 : 0xFFFFFF)
      isFlat = [paper, field, note].contains { Contrast.ratio($0, end) < 6 }
      if isFlat { (field, note) = (paper, paper) }
    }
  }
}

extension RGB {
  fileprivate func unless(_ condition: Bool, _ other: RGB) -> RGB { condition ? other : self }

  /// This colour, or one near to it, with `floor` contrast on every ground; where none has that, black or white, whichever
  /// comes nearer to it.
  fileprivate func readable(on grounds: [RGB], _ floor: Double) -> RGB {
    func least(_ colour: RGB) -> Double { grounds.map { Contrast.ratio(colour, $0) }.min() ?? 21 }
    var colour = self
    // What is moved away from one ground may have come nearer to another that lies on the other side.
    for _ in 0..<3 {
      for ground in grounds { colour = colour.readable(on: ground, floor: floor) }
      if least(colour) >= floor { return colour }
    }
    let ends = [RGB(0), RGB(0xFFFFFF)]
    return ends.max { least($0) < least($1) } ?? colour
  }
}
