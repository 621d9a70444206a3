import ColourSchemes
import Glibc
import Screen

/// Whether and how words are coloured: in the terminal's own sixteen colours, by meaning.
struct Colours {
  /// Whether there is colour.
  let isOn: Bool
  private static let palette = Palette(theme: .rollcallDark, depth: .ansi16)

  /// By the rules of the environment: `NO_COLOR` with any text bans colour, `CLICOLOR_FORCE` with anything but 0 wants
  /// it in a pipe as well, and a terminal that is dumb or not named has none.
  init(isTerminal: Bool, environment: (String) -> String?) {
    let force = environment("CLICOLOR_FORCE") ?? ""
    let terminal = environment("TERM") ?? ""
    if environment("NO_COLOR")?.isEmpty == false {
      isOn = false
    } else if !force.isEmpty, force != "0" {
      isOn = true
    } else {
      isOn = isTerminal && !terminal.isEmpty && terminal != "dumb" && environment("CLICOLOR") != "0"
    }
  }

  /// What standard output is worth.
  static var standardOutput: Colours {
    Colours(isTerminal: isatty(STDOUT_FILENO) == 1, environment: DatabaseOptions.environment)
  }

  /// The text in the colour of what it means.
  func painted(_ text: String, _ style: Style) -> String {
    guard isOn, !text.isEmpty else { return text }
    let look = Self.palette.look(style)
    var codes: [Int] = []
    if look.isBold { codes.append(1) }
    if look.isUnderlined { codes.append(4) }
    if case .ansi(let colour) = look.foreground { codes.append(colour < 8 ? 30 + colour : 82 + colour) }
    guard !codes.isEmpty else { return text }
    return "\u{1B}[" + codes.map(String.init).joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }
}

/// How wide lines on standard output may be.
enum LineWidth {
  /// The terminal's columns; nil where nobody sees the end of a line: in a file or a pipe nothing is cut.
  static var standardOutput: Int? { width(of: STDOUT_FILENO) }
  /// The same of standard error.
  static var standardError: Int? { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return DatabaseOptions.environment("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
  }
}
