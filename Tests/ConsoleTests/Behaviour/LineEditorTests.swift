import Screen
import Testing

@testable import Console

@Suite struct LineEditorTests {
  private func edited(_ keys: Key...) -> LineEditor {
    var line = LineEditor()
    for key in keys { _ = line.take(key) }
    return line
  }

  private func typed(_ text: String) -> LineEditor {
    var line = LineEditor()
    for scalar in text.unicodeScalars { _ = line.take(.character(Character(scalar))) }
    return line
  }

  @Test(arguments: ["e\u{301}va", "🇨🇳🇬🇧", "👩‍👩‍👧", "👍🏽ok", "\u{301}", "각"])
  func `a character that comes in pieces is one, and the caret stands after it`(_ text: String) {
    var line = typed(text)
    #expect(line.text == text)
    #expect(line.caret == line.text.count)
    _ = line.take(.character("x"))
    #expect(line.text == text + "x")
    for _ in 0..<10 { _ = line.take(.backspace) }
    #expect(line.text == "" && line.caret == 0)
  }

  @Test func `removing what stood between two halves joins them without harm`() {
    var line = typed("🇨x🇳")
    for key in [Key.left, .backspace, .right, .right, .character("y"), .left, .delete, .control("w")] {
      _ = line.take(key)
    }
    #expect(line.caret <= line.text.count)
  }

  @Test func `letters go in where the caret stands`() {
    #expect(edited(.character("a"), .character("c"), .left, .character("b")).text == "abc")
    #expect(edited(.character("b"), .home, .character("a"), .end, .character("c")).text == "abc")
  }

  @Test func `words and lines are removed`() {
    var line = typed("one two  ")
    _ = line.take(.control("w"))
    #expect(line.text == "one " && line.caret == 4)
    _ = line.take(.control("u"))
    #expect(line.text == "" && line.caret == 0)
    _ = line.take(.control("w"))
    _ = line.take(.delete)
    #expect(line.text == "")
  }

  @Test func `a line has an end`() {
    var line = LineEditor()
    for _ in 0..<1000 { _ = line.take(.character("a")) }
    #expect(line.text.count == 200)
  }

  @Test func `keys that are not for a line are left to others`() {
    var line = LineEditor()
    for key in [Key.enter, .escape, .tab, .up, .function(1), .control("x")] {
      let isTaken = line.take(key)
      #expect(!isTaken)
    }
  }
}
