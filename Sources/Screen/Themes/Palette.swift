import ColourSchemes

/// Every style's look on a terminal of a certain depth, in the colours of a theme.
public struct Palette: Sendable {
  /// The theme that it was made from.
  public let theme: Theme
  /// How many colours it uses.
  public let depth: ColourDepth
  private let looks: [Look]
  private let banner: Look
  private static let inks = Ink.allCases.count

  /// Derives all looks.
  ///
  /// - Parameters:
  ///   - theme: the colours.
  ///   - depth: how many of them the terminal can show.
  ///   - exact: takes the theme's colours as they are. Otherwise text that would be hard to read moves in lightness until
  ///     it has ``Contrast/text`` on its ground, or ``Contrast/dim`` where it is dim.
  ///   - banner: the colour of the banner, whatever the theme.
  public init(theme: Theme, depth: ColourDepth, exact: Bool = false, banner: BannerColour = .red) {
    self.theme = theme
    self.depth = depth
    self.banner = banner.look(depth)
    let grounds = Grounds(theme, exact: exact)
    looks = Ground.ofThemes.flatMap { ground in
      Ink.allCases.map { ink in
        switch depth {
        case .truecolor: grounds.look(ink, on: ground, theme, exact: exact)
        case .indexed256: grounds.indexedLook(ink, on: ground, theme, exact: exact)
        case .ansi16: .ansi(ink, on: ground)
        case .mono: .mono(ink, on: ground)
        }
      }
    }
  }

  /// How a style looks.
  public func look(_ style: Style) -> Look {
    if style.ground == .banner { return banner }
    var look = looks[Int(style.ground.rawValue) * Self.inks + Int(style.ink.rawValue)]
    look.isBold = look.isBold || style.isBold
    look.isUnderlined = look.isUnderlined || style.isUnderlined
    return look
  }
}

extension Ground {
  /// The grounds that themes colour: all but the banner.
  public static let ofThemes = allCases.filter { $0 != .banner }
}

extension Contrast {
  /// The least contrast of an ink on a ground: what may be overlooked may be fainter, but not under the cursor.
  public static func floor(_ ink: Ink, on ground: Ground) -> Double { ink == .dim && ground != .cursor ? dim : text }
}
