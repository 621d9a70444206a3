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
  let title: Title
  var signals: Signals
  var keys: Keys
  var pending: [InputEvent] = []
  var isGone = false
  private let before: termios
  private let characters: CharacterSet
  private let isExact: Bool
  private var isOpen = true
  private var palette: Palette
  private var pairs: ColourPairs
  private var shown: Frame?
  private var copy: OutputCopy?
  private var listener: (([UInt8]) -> Void)?

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - colour: how many colours to use; nil finds out by `TERM`, `COLORTERM` and `NO_COLOR`.
  ///   - theme: the colours.
  ///   - exactTheme: takes the theme's colours as they are, however hard to read.
  ///   - environment: the process's variables.
  /// - Throws: ``TerminalError`` when there is no terminal, or none that can show a full screen. It is untouched then.
  public init(
    colour: ColourDepth? = nil, theme: Theme, exactTheme: Bool = false,
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) throws(TerminalError) {
    let start = try Start(colour: colour, environment: environment)
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
    palette = Palette(theme: theme, depth: depth, exact: exactTheme)
    pairs = ColourPairs()
    title = Title(terminal: start.name)
    keys = Keys(known: curses.keys)
    size = Self.measure()
    setBlank()
    curses.resize(size)
    Rescue.install(curses.goodbye + title.goodbye, settings: before)
    Rescue.arm(true)
  }

  /// Shows a frame. Only what differs from the frame before is sent: the same frame again is not a byte.
  public func draw(_ frame: Frame) {
    guard isOpen, !isGone else { return }
    let frame = frame.withThriftyBlanks()
    guard frame != shown else { return }
    let old = shown?.size == frame.size ? shown : nil
    for row in 0..<min(size.rows, frame.size.rows) {
      for column in 0..<min(size.columns, frame.size.columns) {
        let index = row * frame.size.columns + column
        if let old, old.cells[index] == frame.cells[index] { continue }
        draw(frame, row, column)
      }
    }
    let isRetitled = frame.title != shown?.title
    let caret = frame.caret.flatMap { $0.row < size.rows && $0.column < size.columns ? $0 : nil }
    send {
      if isRetitled { title.show(frame.title) }
      curses.place(caret)
      curses.refresh()
    }
    shown = frame
  }

  /// From now on, whoever asks is told the bytes of each frame as the terminal gets them.
  public func tell(_ listener: @escaping ([UInt8]) -> Void) {
    copy = OutputCopy()
    self.listener = listener
  }

  private func send(_ body: () -> Void) {
    guard let listener, let bytes = copy?.taking(body) else { return body() }
    if !bytes.isEmpty { listener(bytes) }
  }

  private func draw(_ frame: Frame, _ row: Int, _ column: Int) {
    let cell = frame[row, column]
    guard !cell.text.isEmpty else { return }
    let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
    guard !isWide || column + 1 < size.columns else { return }
    let look = palette.look(cell.style)
    var attributes = attr_t(0)
    if look.isBold { attributes |= rollcall_bold() }
    if look.isUnderlined { attributes |= rollcall_underline() }
    if look.isReversed { attributes |= rollcall_reverse() }
    let pair = depth == .mono ? 0 : pairs.pair(look.foreground, look.background)
    curses.put(CellText.characters(cell.text, width: isWide ? 2 : 1, characters), row, column, attributes, pair: pair)
  }

  /// Takes another theme; the next frame is drawn in it.
  public func setTheme(_ theme: Theme) {
    palette = Palette(theme: theme, depth: depth, exact: isExact)
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
    curses.forget()
  }

  /// Gives the terminal back as it was. After it, nothing is drawn and no event comes.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    isGone = true
    Rescue.arm(false)
    title.leave()
    curses.close()
    var settings = before
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    Rescue.remove()
    signals.close()
  }

  /// Takes the size that the line has now; whether it is another.
  func takeSize() -> Bool {
    let now = Self.measure()
    guard now != size else { return false }
    size = now
    shown = nil
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
