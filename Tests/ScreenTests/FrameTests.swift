import Screen
import Testing

@Suite("Frame")
struct FrameTests {
  private let style = Style()

  @Test("Text goes where it is put, up to its limit and to the edge")
  func put() {
    var frame = Frame(size: Size(rows: 2, columns: 8))
    #expect(frame.put("hello", row: 0, column: 1, style) == 6)
    #expect(frame.put("abcdef", row: 1, column: 0, limit: 3, style) == 3)
    #expect(frame.put("xyz", row: 1, column: 6, style) == 8)
    #expect(frame.lines == [" hello", "abc   xy"])
    #expect(frame.put("no", row: 2, column: 0, style) == 0)
  }

  @Test("A wide character that does not fit is a blank")
  func wideAtTheEdge() {
    var frame = Frame(size: Size(rows: 1, columns: 3))
    frame.put("王小", row: 0, column: 0, style)
    #expect(frame.line(0) == "王")
    #expect(frame[0, 2].text == " ")
  }

  @Test("Half of a wide character that is overwritten leaves a blank")
  func overwriting() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.put("王小明", row: 0, column: 0, style)
    frame.put("x", row: 0, column: 1, style)
    #expect(frame.line(0) == " x小明")
    frame.put("y", row: 0, column: 2, style)
    #expect(frame.line(0) == " xy 明")
    frame.put("中", row: 0, column: 3, style)
    #expect(frame.line(0) == " xy中")
    #expect(frame[0, 5].text == " ")
  }

  @Test("A frame's columns always add up, whatever was written over what")
  func sound() {
    let texts = ["王小明", "x", "ab", "🙂🙂", "é", "\u{1B}中"]
    for seed in 0..<200 {
      var frame = Frame(size: Size(rows: 1, columns: 9))
      for step in 0..<12 {
        frame.put(texts[(seed + step * 7) % 6], row: 0, column: (seed * 5 + step * 4) % 10 - 1, style)
      }
      var column = 0
      while column < 9 {
        let width = SafeText.width(frame[0, column].text)
        #expect(width > 0, "a half without its other half at \(column)")
        for half in 1..<max(1, width) + 1 where half < width { #expect(frame[0, column + half].text.isEmpty) }
        column += max(1, width)
      }
      #expect(column == 9)
    }
  }

  @Test("A row takes another ground and keeps its texts")
  func ground() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.put("王a", row: 0, column: 0, Style(.good, bold: true))
    frame.ground(.cursor, row: 0)
    #expect(frame[0, 0] == Cell("王", Style(.good, on: .cursor, bold: true)))
    #expect(frame[0, 3] == Cell(" ", Style(on: .cursor)))
  }
}
