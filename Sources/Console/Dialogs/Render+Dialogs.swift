import Screen
import SessionCore

/// A box in the middle of the screen, with lines to write on.
struct Box {
  let rows: Range<Int>
  let columns: Range<Int>

  init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }

  init(height: Int, width: Int, in size: Size) {
    let height = min(height + 2, size.rows)
    let width = min(width + 4, size.columns)
    let top = max(0, (size.rows - height) / 2)
    let left = max(0, (size.columns - width) / 2)
    rows = top..<(top + height)
    columns = left..<(left + width)
  }

  /// Lines inside of the border.
  var inside: Range<Int> { (rows.lowerBound + 1)..<max(rows.lowerBound + 1, rows.upperBound - 1) }
  var left: Int { columns.lowerBound + 2 }
  var width: Int { max(1, columns.count - 4) }

  func draw(_ frame: inout Frame) {
    let style = Style(on: .dialog)
    let border = Style(.dim, on: .dialog)
    for row in rows { frame.fill(row: row, columns: columns, style) }
    let line = String(repeating: "─", count: max(0, columns.count - 2))
    frame.put("┌" + line + "┐", row: rows.lowerBound, column: columns.lowerBound, border)
    frame.put("└" + line + "┘", row: rows.upperBound - 1, column: columns.lowerBound, border)
    for row in inside {
      frame.put("│", row: row, column: columns.lowerBound, border)
      frame.put("│", row: row, column: columns.upperBound - 1, border)
    }
  }
}

extension State {
  /// A line of text to type in; the caret stays in sight.
  func drawField(
    _ line: LineEditor, at column: Int, _ row: Int, _ width: Int, isActive: Bool, ink: Ink = .text,
    hidden: Bool = false,
    _ frame: inout Frame
  ) {
    frame.fill(row: row, columns: column..<(column + width), Style(on: .field))
    let shown = hidden ? String(repeating: "·", count: line.text.count) : line.text
    var start = shown.startIndex
    let caret = shown.index(shown.startIndex, offsetBy: line.caret)
    if isActive {
      while start < caret, SafeText.width(String(shown[start..<caret])) >= width { start = shown.index(after: start) }
    }
    frame.put(String(shown[start...]), row: row, column: column, limit: width, Style(ink, on: .field))
    if isActive {
      frame.caret = Place(row: row, column: column + SafeText.width(String(shown[start..<caret])))
    }
  }

  /// The filter being typed, in the filter's own line, with what is wrong under the word that is.
  func draw(_ editor: FilterEditor, _ frame: inout Frame) {
    let layout = Layout(size)
    let below = layout.filter + 1
    frame.fill(row: layout.filter, Style())
    frame.fill(row: below, Style())
    let start = frame.put(say(Words.filter) + " ", row: layout.filter, column: 1, Style(.accent, bold: true))
    drawField(editor.line, at: start, layout.filter, size.columns - start - 1, isActive: true, &frame)
    guard let error = editor.error else {
      frame.put(filterHint(size.columns - start - 1), row: below, column: start, Style(.dim))
      return
    }
    // A line longer than its field is scrolled: the caret says how far.
    let text = editor.line.text
    let toCaret = SafeText.width(String(text.prefix(editor.line.caret)))
    var column = (frame.caret?.column ?? start) - toCaret + SafeText.width(String(text.prefix(error.range.lowerBound)))
    var word = Substring(error.word)
    while column < start, let first = word.popFirst() { column += SafeText.width(String(first)) }
    frame.put(
      String(word), row: layout.filter, column: column, limit: size.columns - 1 - column,
      Style(.danger, on: .field, underlined: true))
    // Where the whole sentence has no room, what would be right goes before what is marked above as wrong.
    let room = size.columns - start - 1
    let phrase = say(error.phrase)
    let lines = SafeText.wrap(SafeText.width(phrase) <= room ? phrase : say(error.advice), room).prefix(2)
    for (row, line) in zip(below..., lines) {
      frame.fill(row: row, Style())
      frame.put(line, row: row, column: start, Style(.danger))
    }
  }

  /// The words of the filter language: all of them where they have room.
  private func filterHint(_ room: Int) -> String {
    let (all, short) = filterWords
    // But for an id: nobody types one.
    let words = all.map(\.example).filter { $0.count < 24 }.joined(separator: "  ")
    return SafeText.width(words) <= room ? words : say(short)
  }
}
