import Screen
import Testing

@Suite("Text width")
struct WidthTests {
  @Test(
    "A character takes the columns that terminals give it",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("王", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("🫨", 2), ("👨‍👩‍👧", 2),
      ("", 0),
      ("…", 1), ("─", 1), ("王小明", 6), ("a王b", 4),
    ])
  func columns(text: String, width: Int) {
    #expect(SafeText.width(text) == width)
  }

  @Test(
    "Control, escape and reordering characters are replaced",
    arguments: [
      "\u{1B}[2J", "\u{7}", "\r\n", "\u{9B}31m", "\u{7F}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200F}", "\u{FEFF}",
      "\u{2028}",
      "\u{E000}", "\u{301}", "\u{AD}", "\u{0}",
    ])
  func hostile(text: String) {
    let glyphs = SafeText.glyphs(text)
    #expect(glyphs.first?.text == SafeText.substitute)
    let scalars = glyphs.flatMap { Array($0.text.unicodeScalars) }
    #expect(
      scalars.allSatisfy { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
  }

  @Test("Marks that are piled up by the hundred are cut")
  func piledMarks() {
    let glyphs = SafeText.glyphs("a" + String(repeating: "\u{301}", count: 500))
    #expect(glyphs.count == 1)
    #expect(glyphs[0].width == 1)
    #expect(glyphs[0].text.unicodeScalars.count <= 12)
  }

  @Test("Fitting fills or cuts to exactly the columns, never through a character")
  func fit() {
    #expect(SafeText.fit("ab", 4) == "ab  ")
    #expect(SafeText.fit("ab", 4, right: true) == "  ab")
    #expect(SafeText.fit("abcdef", 4) == "abc…")
    #expect(SafeText.fit("王小明", 6) == "王小明")
    #expect(SafeText.fit("王小明", 5) == "王小…")
    #expect(SafeText.fit("王小明", 4) == "王… ")
    #expect(SafeText.fit("王小明", 1) == "…")
    #expect(SafeText.fit("x", 0).isEmpty)
  }

  @Test("Whatever the text, fitting gives exactly the columns")
  func fitAlways() {
    var random = SystemRandomNumberGenerator()
    let letters: [Character] = ["a", "é", "王", "🙂", "\u{1B}", "\u{202E}", "e\u{301}\u{302}", "👨‍👩‍👧", "\r\n", "ｱ"]
    for _ in 0..<500 {
      let text = String((0..<Int.random(in: 0..<12, using: &random)).map { _ in letters.randomElement() ?? "a" })
      let columns = Int.random(in: 0..<14, using: &random)
      #expect(SafeText.width(SafeText.fit(text, columns)) == columns, "\(text.debugDescription) in \(columns)")
    }
  }
}
