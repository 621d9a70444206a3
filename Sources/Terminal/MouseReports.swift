import Glibc
import Screen

/// Whether the terminal says what the mouse does: off unless a frame asks for it, so that it selects text as ever.
@MainActor
final class MouseReports {
  /// Whether the terminal is known to tell of its mouse in decimal numbers.
  let isKnown: Bool
  private(set) var isOn = false
  private let output: Output

  /// Presses of buttons, in decimal numbers (xterm: private modes 1000 and 1006).
  private static let on = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let off = "\u{1B}[?1006l\u{1B}[?1000l"

  /// - Parameters:
  ///   - name: what `TERM` says.
  ///   - environment: the process's variables.
  ///   - output: where it is told.
  init(terminal name: String, environment: (String) -> String?, _ output: Output) {
    self.output = output
    // Others send bytes that cannot be told from typed letters, and letters are acts.
    let families = [
      "xterm", "tmux", "alacritty", "foot", "kitty", "konsole", "gnome", "vte", "wezterm", "rxvt-unicode", "st-",
      "iterm",
    ]
    isKnown = families.contains { name.hasPrefix($0) } || !(environment("TMUX") ?? "").isEmpty
  }

  /// What turns it off whatever is on.
  var goodbye: [UInt8] { isKnown ? Array(Self.off.utf8) : [] }

  /// Turns it on or off.
  func show(_ wanted: Bool) {
    guard isKnown, wanted != isOn else { return }
    isOn = wanted
    output.send(Array((wanted ? Self.on : Self.off).utf8))
  }

  /// Turns it off.
  func leave() { show(false) }
}
