/// How many colours a terminal shows.
public enum ColourDepth: String, Hashable, Sendable, CaseIterable, Comparable {
  /// None: bold, underline and reverse only.
  case mono
  /// The 8 or 16 colours that the terminal's user has chosen.
  case ansi16 = "16"
  /// The xterm palette of 256 colours.
  case indexed256 = "256"
  /// Every colour.
  case truecolor

  /// What a terminal can show, by its terminfo entry and by what the environment says.
  ///
  /// - Parameters:
  ///   - colours: terminfo's `colors` of the terminal; nil or less than 8 means none.
  ///   - environment: `NO_COLOR` with any text bans colour (no-color.org). `COLORTERM` promises every colour; GNU screen
  ///     passes it on without keeping the promise.
  public init(terminfo colours: Int?, environment: (String) -> String?) {
    let promise = environment("COLORTERM") ?? ""
    let inScreen = environment("STY")?.isEmpty == false && environment("TMUX") == nil
    if environment("NO_COLOR")?.isEmpty == false {
      self = .mono
    } else if ["truecolor", "24bit"].contains(promise.lowercased()), !inScreen {
      self = .truecolor
    } else {
      self = ColourDepth(colours: colours ?? 0)
    }
  }

  /// What so many colours are good for. More than 256 are terminfo's direct colours.
  public init(colours: Int) {
    self = colours > 256 ? .truecolor : colours == 256 ? .indexed256 : colours >= 8 ? .ansi16 : .mono
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Fewer colours come first.
  public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
}
