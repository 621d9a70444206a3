import CNcurses
import Glibc
import Screen

/// The calls of curses that the terminal is driven by.
@MainActor
struct Curses {
  private let screen: OpaquePointer?
  private let window: UnsafeMutablePointer<WINDOW>

  /// Starts full-screen mode on standard input and output; nil when terminfo does not know the terminal.
  init?(terminal name: String) {
    // The size is asked of the line itself: LINES and COLUMNS in the environment are often those of another one.
    // Where terminfo does not know it either, as on the Linux console, curses would not start without asking the line.
    use_env(false)
    use_tioctl(true)
    guard let screen = newterm(name, rollcall_stdout(), rollcall_stdin()), let window = rollcall_stdscr() else {
      return nil
    }
    self.screen = screen
    self.window = window
    raw()
    noecho()
    nonl()
    keypad(window, true)
    idlok(window, true)
    leaveok(window, false)
    scrollok(window, false)
    // Input is read past curses, and a frame is always drawn whole.
    typeahead(-1)
  }

  /// Starts colours, with the terminal's own as ground; false when it has none.
  func startColours() -> Bool {
    guard has_colors(), start_color() == OK else { return false }
    use_default_colors()
    return true
  }

  /// What a cell is that nothing was written to: a line is then cleared in the ground's colour at once.
  func setBlank(pair: Int32) {
    var cell = cchar_t()
    var pair = pair
    setcchar(&cell, [32, 0], 0, 0, &pair)
    wbkgrndset(window, &cell)
  }

  /// A text of this terminal's entry; nil when it has none. Delays are left out: lines have been fast enough for long.
  func capability(_ name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    var bytes = Array(String(cString: text).utf8)
    while let start = bytes.firstRange(of: Array("$<".utf8))?.lowerBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }

  /// Whether a cursor can be put anywhere: without it there is no full screen.
  var isCapable: Bool { capability("cup") != nil && capability("clear") != nil }

  /// Draws wide characters at a place.
  func put(_ characters: [[wchar_t]], _ row: Int, _ column: Int, _ attributes: attr_t, pair: Int32) {
    var column = Int32(column)
    for var character in characters {
      var cell = cchar_t()
      var pair = pair
      character.append(0)
      setcchar(&cell, character, attributes, 0, &pair)
      wmove(window, Int32(row), column)
      // In the last cell of all, curses writes and says that it could not move on.
      wadd_wch(window, &cell)
      column += 1
    }
  }

  /// Where the text cursor is; nil hides it.
  func place(_ caret: Place?) {
    curs_set(caret == nil ? 0 : 1)
    wmove(window, Int32(caret?.row ?? 0), Int32(caret?.column ?? 0))
  }

  /// Sends what has changed.
  func refresh() { wrefresh(window) }

  /// Draws everything anew the next time, whatever the terminal shows now.
  func forget() { clearok(rollcall_curscr(), true) }

  /// Takes another size.
  func resize(_ size: Size) {
    resize_term(Int32(size.rows), Int32(size.columns))
    werase(window)
    forget()
  }

  /// Gives the terminal back, as it was.
  func leave() { endwin() }

  /// Takes the terminal again after ``leave()``, with what was last drawn.
  func enter() {
    reset_prog_mode()
    forget()
    doupdate()
  }

  /// Ends for good.
  func close() {
    endwin()
    delscreen(screen)
  }
}
