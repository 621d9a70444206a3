import Glibc

/// Whether the terminal says where pasted text begins and ends (xterm: private mode 2004). Pasted letters are text, and
/// typed ones are acts: they must not be taken for each other.
@MainActor
final class PasteMarks {
  private let isKnown: Bool
  private let output: Output
  private var isOn = false

  init(isKnown: Bool, _ output: Output) {
    self.isKnown = isKnown
    self.output = output
  }

  /// What turns it off whatever is on.
  var goodbye: [UInt8] { isKnown ? Array("\u{1B}[?2004l".utf8) : [] }

  /// Asks for the marks, or for none.
  func show(_ wanted: Bool) {
    guard isKnown, wanted != isOn else { return }
    isOn = wanted
    output.send(Array("\u{1B}[?2004\(wanted ? "h" : "l")".utf8))
  }
}
