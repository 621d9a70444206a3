import CVTerm
import Screen

/// A terminal in memory, by libvterm: bytes in, cells out.
public final class VirtualTerminal {
  /// A colour that a program asked for.
  public enum Colour: Hashable, Sendable {
    /// The terminal's own.
    case standard
    /// A number in the terminal's palette.
    case indexed(Int)
    /// Any colour, as 0xRRGGBB.
    case rgb(UInt32)
  }

  /// What stands in a cell.
  public struct Cell: Hashable, Sendable {
    /// The character with its combining marks; empty for a blank that nothing was written to.
    public let text: String
    /// Columns that it takes.
    public let width: Int
    /// Bold.
    public let isBold: Bool
    /// Underlined.
    public let isUnderlined: Bool
    /// Text and ground have changed places.
    public let isReversed: Bool
    /// The text's colour.
    public let foreground: Colour
    /// The ground's colour.
    public let background: Colour
  }

  /// What the terminal says of itself, told by callbacks.
  final class Modes {
    var isOnOtherScreen = false
    var isCaretVisible = true
    var title = ""
  }

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let modes = Modes()
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
  /// Its size now.
  public private(set) var size: Size
  /// How many bytes it was fed.
  public private(set) var byteCount = 0

  /// A blank terminal.
  public init(size: Size) {
    self.size = size
    terminal = vterm_new(Int32(size.rows), Int32(size.columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = noteProperty
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(modes).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Takes bytes that a program wrote.
  ///
  /// - Returns: what the terminal answers, such as where its cursor is.
  public func feed(_ bytes: [UInt8]) -> [UInt8] {
    byteCount += bytes.count
    _ = bytes.withUnsafeBytes {
      vterm_input_write(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    var answer = [UInt8](repeating: 0, count: 4096)
    let count = answer.withUnsafeMutableBytes {
      vterm_output_read(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return Array(answer[..<count])
  }

  /// Takes another size.
  public func resize(_ size: Size) {
    self.size = size
    vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
  }

  /// Whether a full-screen program has the screen.
  public var isOnOtherScreen: Bool { modes.isOnOtherScreen }
  /// Whether the text cursor shows.
  public var isCaretVisible: Bool { modes.isCaretVisible }
  /// What the window's title says.
  public var title: String { modes.title }

  /// Where the text cursor is.
  public var caret: Place {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return Place(row: Int(place.row), column: Int(place.col))
  }

  /// The cell at a place; nil outside of the screen, and for the right half of a wide character.
  public subscript(row: Int, column: Int) -> Cell? {
    var cell = VTermScreenCell()
    guard row >= 0, row < size.rows, column >= 0, column < size.columns,
      vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell) != 0,
      cvterm_char(&cell, 0) != UInt32.max
    else { return nil }
    var text = String.UnicodeScalarView()
    for index in 0..<VTERM_MAX_CHARS_PER_CELL {
      guard let scalar = Unicode.Scalar(cvterm_char(&cell, index)), scalar.value != 0 else { break }
      text.append(scalar)
    }
    return Cell(
      text: String(text), width: Int(cell.width), isBold: cvterm_bold(&cell) != 0,
      isUnderlined: cvterm_underline(&cell) != 0, isReversed: cvterm_reverse(&cell) != 0,
      foreground: cvterm_is_default_fg(&cell) != 0 ? .standard : colour(cvterm_foreground(&cell)),
      background: cvterm_is_default_bg(&cell) != 0 ? .standard : colour(cvterm_background(&cell)))
  }

  private func colour(_ number: UInt32) -> Colour {
    number > 0xFF_FFFF ? .indexed(Int(number & 0xFF)) : .rgb(number)
  }
}

private func noteProperty(
  _ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?, _ user: UnsafeMutableRawPointer?
)
  -> Int32
{
  guard let value, let user else { return 0 }
  let modes = Unmanaged<VirtualTerminal.Modes>.fromOpaque(user).takeUnretainedValue()
  switch property {
  case VTERM_PROP_ALTSCREEN: modes.isOnOtherScreen = cvterm_boolean(value) != 0
  case VTERM_PROP_CURSORVISIBLE: modes.isCaretVisible = cvterm_boolean(value) != 0
  case VTERM_PROP_TITLE: modes.title = cvterm_text(value).map { String(cString: $0) } ?? ""
  default: break
  }
  return 1
}
