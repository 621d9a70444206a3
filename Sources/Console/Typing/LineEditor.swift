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
      if text.count < Self.maximumCharacters { set(text[..<index(caret)] + String(character), text[index(caret)...]) }
    case .backspace: set(text[..<index(max(0, caret - 1))], text[index(caret)...])
    case .delete, .control("d"): set(text[..<index(caret)], text[index(min(text.count, caret + 1))...])
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("u"): set("", text[index(caret)...])
    case .control("w"):
      let kept = text[..<index(caret)].reversed().drop { $0 == " " }.drop { $0 != " " }
      set(String(kept.reversed()), text[index(caret)...])
    default: return false
    }
    return true
  }

  /// Puts a text in the place of some characters; the caret stands after it.
  mutating func replace(_ range: Range<Int>, with other: String) {
    set(text[..<index(range.lowerBound)] + other, text[index(min(text.count, range.upperBound))...])
  }

  /// Makes the line of what stands before the caret and after it. The two may join into fewer characters, as a letter and
  /// its accent do; then the caret stands after the whole.
  private mutating func set(_ before: some StringProtocol, _ after: some StringProtocol) {
    text = String(before) + String(after)
    let end = String(before).utf8.count
    var seen = 0
    caret = 0
    for character in text where seen < end {
      seen += character.utf8.count
      caret += 1
    }
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
