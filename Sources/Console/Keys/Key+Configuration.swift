import Screen

extension Key {
  private static let named: [(name: String, key: Key)] =
    [
      ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab),
      ("Backspace", .backspace), ("Del", .delete), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
      ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ] + (1...12).map { ("F\($0)", .function($0)) }

  /// The key of a name in a configuration: `x`, `^X`, `Space`, `PgUp`, `F5`; nil when there is none.
  init?(_ name: String) {
    if name.count == 1, let character = name.first {
      // What cannot be shown cannot be named, and no key sends it.
      guard SafeText.safe(name) == name else { return nil }
      self = .character(character)
    } else if let known = Self.named.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = known.key
    } else if name.count == 2, name.first == "^", let letter = name.last, letter.isASCII, letter.isLetter {
      // What terminals send for Control with these is the byte of a key with a name of its own.
      guard !"hHiIjJmM[".contains(letter) else { return nil }
      self = .control(Character(letter.lowercased()))
    } else {
      return nil
    }
  }

  /// Its name in a configuration.
  public var configurationName: String {
    if let known = Self.named.first(where: { $0.key == self }) { return known.name }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    default: name
    }
  }
}
