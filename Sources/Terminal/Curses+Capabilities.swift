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
}
