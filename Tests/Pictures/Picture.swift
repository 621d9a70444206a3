import Screen
import Support

/// A moment of the console that the manual shows, and how to get there.
struct Picture {
  /// What is done on the way.
  enum Deed {
    case press(Key)
    case type(String)
    case wait(String)
  }

  let name: String
  /// What it shows, for those who do not see it.
  let title: String
  var size = Size(rows: 24, columns: 96)
  var options: [String] = []
  let deeds: [Deed]

  /// The screen at that moment, in a theme.
  ///
  /// - Throws: ``PseudoTerminal/Failure`` with the screen, where the way leads elsewhere.
  func screen(theme: String) throws -> VirtualTerminal {
    let files = try TemporaryDirectory()
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo", "--theme", theme] + options,
      environment: [
        "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor", "TMPDIR": files.path, "ROLLCALL_CONFIG": "/dev/null",
        "SSH_CONNECTION": "198.51.100.4 50000 198.51.100.1 22", "SUDO_USER": "lin",
      ],
      size: size)
    for deed in deeds {
      switch deed {
      case .press(let key): try terminal.press(key)
      case .type(let text): for character in text { try terminal.press(.character(character)) }
      case .wait(let text): try terminal.wait(for: text)
      }
    }
    terminal.settle(milliseconds: 400)
    let screen = terminal.screen
    terminal.signal(15)
    return screen
  }
}
