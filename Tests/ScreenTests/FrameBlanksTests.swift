import Screen
import Testing

@Suite struct FrameBlanksTests {
  private func inks(_ frame: Frame, _ columns: Range<Int>) -> [Ink] { columns.map { frame[0, $0].style.ink } }

  @Test func `a gap has the ink of the word before it, a longer blank that of plain text`() {
    var frame = Frame(size: Size(rows: 1, columns: 20))
    frame.put("a", row: 0, column: 0, Style(.danger, bold: true))
    frame.put("b", row: 0, column: 3, Style(.link))
    frame.put("c", row: 0, column: 12, Style(.warning))
    let thrifty = frame.withThriftyBlanks()
    #expect(inks(thrifty, 0..<4) == [.danger, .danger, .danger, .link])
    #expect(thrifty[0, 1].style.isBold)
    #expect(inks(thrifty, 4..<12) == Array(repeating: .text, count: 8))
    #expect(inks(thrifty, 13..<20) == Array(repeating: .text, count: 7))
  }

  @Test func `between two words of one ink nothing changes, however far they are apart`() {
    var frame = Frame(size: Size(rows: 1, columns: 20))
    frame.put("a", row: 0, column: 0, Style(.dim))
    frame.put("b", row: 0, column: 15, Style(.dim))
    #expect(inks(frame.withThriftyBlanks(), 0..<16) == Array(repeating: .dim, count: 16))
  }

  @Test func `what can be seen stays: texts, grounds and underlines`() {
    var frame = Frame(size: Size(rows: 1, columns: 12))
    frame.fill(row: 0, columns: 2..<6, Style(.dim, on: .field))
    frame.fill(row: 0, columns: 6..<9, Style(.link, on: .field, underlined: true))
    frame.put("王", row: 0, column: 9, Style(.good))
    let thrifty = frame.withThriftyBlanks()
    for column in 0..<12 {
      #expect(thrifty[0, column].text == frame[0, column].text)
      #expect(thrifty[0, column].style.ground == frame[0, column].style.ground)
      #expect(thrifty[0, column].style.isUnderlined == frame[0, column].style.isUnderlined)
    }
    #expect(inks(thrifty, 6..<9) == [.link, .link, .link])
  }
}
