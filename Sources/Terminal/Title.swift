import Glibc
import Screen

/// The title of the terminal's window, for terminals that are known to have one.
@MainActor
final class Title {
  let isKnown: Bool
  private var text: String?

  private let characters: CharacterSet
  private let output: Output

  init(terminal name: String, _ characters: CharacterSet, _ output: Output) {
    self.output = output
    self.characters = characters
    let families = ["xterm", "tmux", "alacritty", "foot", "kitty", "konsole", "gnome", "vte", "wezterm", "rxvt", "st-"]
    isKnown = families.contains { name.hasPrefix($0) }
  }

  /// What puts the title back that was there before us (xterm: window operation 23).
  var goodbye: [UInt8] { isKnown ? Array("\u{1B}[23;2t".utf8) : [] }

  /// Shows a title; nil leaves what is there.
  func show(_ text: String?) {
    guard isKnown, let text, text != self.text else { return }
    if self.text == nil { write("\u{1B}[22;2t") }
    self.text = text
    let glyphs = SafeText.glyphs(text).prefix(120)
    // In letters that the line can carry, as all that is drawn.
    let safe = glyphs.flatMap { CellText.texts($0.text, width: $0.width, characters) }.joined()
    // Operating system command 2, ended by BEL as every terminal understands it.
    write("\u{1B}]2;\(safe)\u{7}")
  }

  /// Puts back the title of before.
  func leave() {
    guard text != nil else { return }
    text = nil
    write("\u{1B}[23;2t")
  }

  private func write(_ text: String) { output.send(Array(text.utf8)) }
}
