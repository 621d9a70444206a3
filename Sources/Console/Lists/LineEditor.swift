import Screen

/// A line of text being typed.
public struct LineEditor: Equatable, Sendable {
  /// The text.
  public private(set) var text: String
  /// Where the next character goes, in characters from the start.
  public private(set) var caret: Int

  private static let maximumCharacters = 200

  init(_ text: String = "") {
    self.text = text
    self.caret = text.count
  }

  /// Takes a key; returns whether it was one for a line of text.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      if text.count < Self.maximumCharacters {
        text.insert(character, at: index(caret))
        caret += 1
      }
    case .backspace:
      guard caret > 0 else { return true }
      caret -= 1
      text.remove(at: index(caret))
    case .delete, .control("d"):
      if caret < text.count { text.remove(at: index(caret)) }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("u"):
      text.removeSubrange(..<index(caret))
      caret = 0
    case .control("w"):
      let kept = text[..<index(caret)].reversed().drop { $0 == " " }.drop { $0 != " " }
      text.replaceSubrange(..<index(caret), with: String(kept.reversed()))
      caret = kept.count
    default: return false
    }
    return true
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
