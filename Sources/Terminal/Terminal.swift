import ColourSchemes
import CNcurses
import Glibc
import Screen

/// The terminal on standard input and output: frames onto it, keys from it.
///
/// ```swift
/// let terminal = try Terminal(theme: .rollcallDark)
/// defer { terminal.close() }
/// terminal.draw(frame)
/// while let event = terminal.nextEvent(wake: -1, timeoutMilliseconds: nil), event != .hangUp { … }
/// ```
///
/// Whatever ends the program, the terminal is left as it was found: ``close()``, a signal (as ``InputEvent/hangUp``, upon
/// which the program closes), or a crash.
@MainActor
public final class Terminal {
  /// Its size in cells.
  public internal(set) var size: Size
  /// How many colours are used.
  public let depth: ColourDepth

  let curses: Curses
  let output: Output
  let title: Title
  let mouse: MouseReports
  let pasteMarks: PasteMarks
  let clipboard: Clipboard
  var clicks = Clicks()
  var signals: Signals
  var keys: Keys
  var pending: [InputEvent] = []
  var isGone = false
  /// Whether somebody else has the terminal.
  var isAway = false
  var isAwaitingAnswer = false
  var askedAt = 0
  private let before: termios
  let characters: CharacterSet
  private let isExact: Bool
  private let banner: BannerColour
  var isOpen = true
  var palette: Palette
  var pairs: ColourPairs
  var shown: Frame?
  /// What its cells came to.
  var drawn: [DrawnCell] = []
  /// What is shown as soon as the line has taken what went before; nil for nothing.
  var postponed: Frame?
  /// Draws where the terminal speaks ECMA-48; nil where curses draws.
  var writer: FrameWriter?
  var isCaretVisible: Bool?
  /// Where what curses writes goes; nil where it does not draw.
  let detour: OutputDetour?
  private var listener: (([UInt8]) -> Void)?

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - colour: how many colours to use; nil finds out by `TERM`, `COLORTERM` and `NO_COLOR`.
  ///   - most: as many colours as may be used where `colour` is not given.
  ///   - theme: the colours.
  ///   - isThemeChosen: whether somebody wants that theme: then it is worn even where its ground costs many bytes.
  ///   - exactTheme: takes the theme's colours as they are, however hard to read.
  ///   - banner: the colour of the banner, whatever the theme.
  ///   - environment: the process's variables.
  /// - Throws: ``TerminalError`` when there is no terminal, or none that can show a full screen. It is untouched then.
  public init(
    colour: ColourDepth? = nil, most: ColourDepth = .truecolor, theme: Theme, isThemeChosen: Bool = false,
    exactTheme: Bool = false, banner: BannerColour = .red,
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) throws(TerminalError) {
    let start = try Start(colour: colour, most: most, isThemeChosen: isThemeChosen, environment: environment)
    guard let signals = Signals() else { throw .refused }
    self.signals = signals
    guard let curses = start.curses() else {
      self.signals.close()
      throw .unknown(start.name)
    }
    self.curses = curses
    let hasColours = start.depth != .mono && curses.startColours()
    depth = hasColours ? min(start.depth, ColourDepth(colours: Int(rollcall_colors()))) : .mono
    before = start.settings
    characters = start.characters
    isExact = exactTheme
    self.banner = banner
    palette = Palette(theme: theme, depth: depth, exact: exactTheme, banner: banner)
    pairs = ColourPairs()
    writer = curses.abilities(isMultiplexer: start.isMultiplexer).map(FrameWriter.init)
    output = Output()
    detour = writer == nil ? OutputDetour() : nil
    title = Title(terminal: start.name, start.characters, output)
    mouse = MouseReports(terminal: start.name, environment: environment, output)
    pasteMarks = PasteMarks(isKnown: mouse.isKnown, output)
    clipboard = Clipboard(terminal: start.name, environment: environment)
    keys = Keys(known: curses.keys)
    size = Self.measure()
    setBlank()
    curses.resize(size)
    Rescue.install(curses.goodbye + mouse.goodbye + pasteMarks.goodbye + title.goodbye, settings: before)
    Rescue.arm(true)
  }

  /// From now on, whoever asks is told the bytes of each frame as the terminal gets them.
  public func tell(_ listener: @escaping ([UInt8]) -> Void) {
    self.listener = listener
  }

  /// Runs what writes on the terminal, and tells who listens.
  func telling(_ body: () -> Void) {
    let bytes = output.gathering(body)
    if !bytes.isEmpty { listener?(bytes) }
    output.send(bytes)
  }

  /// Takes another theme; the next frame is drawn in it.
  public func setTheme(_ theme: Theme) {
    palette = Palette(theme: theme, depth: depth, exact: isExact, banner: banner)
    setBlank()
    shown = nil
  }

  private func setBlank() {
    let look = palette.look(Style())
    curses.setBlank(pair: depth == .mono ? 0 : pairs.pair(look.foreground, look.background))
  }

  /// Draws everything anew with the next frame: something else has written on the terminal.
  public func repaint() {
    shown = nil
    writer?.forget()
    curses.forget()
  }

  /// Gives the terminal back as it was. After it, nothing is drawn and no event comes.
  public func close() {
    guard isOpen else { return }
    awaitLateAnswer()
    isOpen = false
    Rescue.arm(false)
    if !isAway {
      rest()
      curses.close()
      var settings = before
      tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }
    isGone = true
    Rescue.remove()
    output.close()
    signals.close()
  }

  /// Takes the size that the line has now; whether it is another.
  func takeSize() -> Bool {
    let now = Self.measure()
    guard now != size else { return false }
    size = now
    shown = nil
    writer?.forget()
    curses.resize(now)
    return true
  }

  /// A line that does not know its size, as a serial one, has what terminals always had.
  private static func measure() -> Size {
    var (rows, columns) = (Int32(0), Int32(0))
    rollcall_window_size(STDOUT_FILENO, &rows, &columns)
    return rows > 0 && columns > 0 ? Size(rows: Int(rows), columns: Int(columns)) : Size(rows: 24, columns: 80)
  }
}
