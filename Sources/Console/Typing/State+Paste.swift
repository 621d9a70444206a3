import Screen
import SessionCore

extension State {
  /// Takes a pasted text: into the line that is being typed in, and nowhere else. Its letters would be acts.
  mutating func paste(_ text: String) -> [Effect] {
    guard render(self).caret != nil else {
      notice = Notice(text: Words.pastedNowhere, ink: .dim)
      return []
    }
    var effects: [Effect] = []
    // A line has one line: the end of what was pasted is not Enter.
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    for glyph in SafeText.glyphs(words).prefix(200) where glyph.text != SafeText.substitute {
      guard let character = glyph.text.first, render(self).caret != nil else { break }
      effects += take(.character(character))
    }
    return effects
  }
}

extension Words {
  static let pastedNowhere = Phrase(
    "What was pasted is not taken for keys. Paste into a line that is being typed.",
    "粘贴的内容不作为按键处理。请粘贴到正在输入的行中。")
}
