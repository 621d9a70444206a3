import CNcurses
import Glibc
import Screen

/// What must be known before the terminal is touched.
@MainActor
struct Start {
  /// What `TERM` says.
  let name: String
  /// How many colours to use, if the terminal has them.
  let depth: ColourDepth
  /// The line's settings as they are now.
  let settings: termios
  /// Whether it is tmux, whose entry says less than it can.
  let isMultiplexer: Bool
  /// What can be written.
  let characters: CharacterSet
  private let entry: PrivateTerminfo?

  /// - Throws: ``TerminalError`` when a full screen cannot be had.
  init(
    colour: ColourDepth?, most: ColourDepth, isThemeChosen: Bool, environment: (String) -> String?
  ) throws(TerminalError) {
    var settings = termios()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else {
      throw .notATerminal
    }
    self.settings = settings
    guard let name = environment("TERM"), !name.isEmpty else { throw .unset }
    self.name = name
    guard !["dumb", "unknown", "cons25-debug", "network", "dialup", "switch"].contains(name) else {
      throw .incapable(name)
    }
    try Self.check(name)
    characters = .establish(environment: environment)
    let compiled = Terminfo(terminal: name, environment: environment)
    isMultiplexer = name.hasPrefix("tmux") || environment("TMUX")?.isEmpty == false
    // Where nothing can be erased in colour, as in GNU screen, a ground of our own is a screen of blanks over the line.
    let isDear = tigetflag("bce") != 1 && !isMultiplexer && !isThemeChosen
    let most = isDear ? min(most, .ansi16) : most
    let wanted = colour ?? min(most, ColourDepth(terminfo: Self.colours, environment: environment))
    entry = wanted == .truecolor ? compiled.flatMap(PrivateTerminfo.init) : nil
    depth = wanted == .truecolor && entry == nil ? .indexed256 : wanted
  }

  /// Asks terminfo before curses does, which would only say that something went wrong.
  private static func check(_ name: String) throws(TerminalError) {
    var reason: Int32 = 0
    guard setupterm(name, STDOUT_FILENO, &reason) == OK else { throw .unknown(name) }
    guard let move = tigetstr("cup"), Int(bitPattern: move) != -1 else { throw .incapable(name) }
  }

  /// terminfo's number of colours, once it is loaded.
  private static var colours: Int? { Int(tigetnum("colors")) }

  /// Starts curses, with the private entry where there is one.
  func curses() -> Curses? {
    guard let entry else { return Curses(terminal: name) }
    return entry.whileInstalled { Curses(terminal: name) } ?? Curses(terminal: name)
  }
}
