import Screen

extension PseudoTerminal {
  /// Presses a key, as xterm sends it.
  public func press(_ key: Key) throws { try send(Self.bytes(key)) }

  private static func bytes(_ key: Key) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let character): [(character.asciiValue ?? 0) & 0x1F]
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .tab: [0x09]
    case .backspace: [0x7F]
    default: Array(sequence(key).utf8)
    }
  }

  /// In application mode, which full-screen programs ask for.
  private static func sequence(_ key: Key) -> String {
    switch key {
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .delete: "\u{1B}[3~"
    case .backTab: "\u{1B}[Z"
    case .function(let number) where number <= 4: "\u{1B}O" + ["P", "Q", "R", "S"][max(1, number) - 1]
    case .function(let number) where number <= 12: "\u{1B}[\([15, 17, 18, 19, 20, 21, 23, 24][number - 5])~"
    default: ""
    }
  }
}
