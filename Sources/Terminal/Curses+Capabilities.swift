import CNcurses
import Screen

extension Curses {
  /// What this terminal sends for the keys that have a name in terminfo.
  var keys: [[UInt8]: Key] {
    var known: [[UInt8]: Key] = [:]
    for (name, key) in KeySequences.terminfo {
      guard let bytes = capability(name), bytes.first == 0x1B, bytes.count > 2 else { continue }
      known[bytes] = key
    }
    return known
  }

  /// What gives the terminal back when nothing else can run any more: attributes and colours off, cursor on, keypad off,
  /// back from the other screen.
  var goodbye: [UInt8] {
    ["sgr0", "op", "cnorm", "rmkx", "rmcup"].flatMap { capability($0) ?? [] }
  }

  /// What the terminal can do where it speaks ECMA-48, so that we may write to it ourselves.
  ///
  /// - Parameter isMultiplexer: whether it is tmux, whose entry says less than it can.
  /// - Returns: the abilities; nil where curses must draw.
  func abilities(isMultiplexer: Bool) -> DrawingAbilities? {
    func says(_ name: String, _ text: String) -> Bool { capability(name) == Array(text.utf8) }
    guard says("cup", "\u{1B}[%i%p1%d;%p2%dH"), says("el", "\u{1B}[K"),
      capability("clear")?.starts(with: Array("\u{1B}[H".utf8)) == true,
      capability("rev") == nil || says("rev", "\u{1B}[7m"), capability("bold") == nil || says("bold", "\u{1B}[1m")
    else { return nil }
    let colours = capability("setaf").map { String(decoding: $0, as: UTF8.self) }
    if let colours, !["[3%", "t3%", "38;5;", "38;2;"].contains(where: colours.contains) { return nil }
    return DrawingAbilities(
      erasesInColour: isMultiplexer || tigetflag("bce") == 1,
      erasesCharacters: isMultiplexer || says("ech", "\u{1B}[%p1%dX"),
      scrolls: says("csr", "\u{1B}[%i%p1%d;%p2%dr"), turnsOff: colours != nil && says("rmul", "\u{1B}[24m"),
      wrapsAtOnce: tigetflag("am") == 1 && tigetflag("xenl") != 1)
  }
}
