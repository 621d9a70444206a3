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
    for row in rows {
      clearRemains(&frame, row)
      frame.fill(row: row, columns: columns, style)
      // Nothing beneath is pressed through it.
      frame.mark("dialog", row: row, columns: columns)
    }
    let line = String(repeating: "─", count: max(0, columns.count - 2))
    frame.put("┌" + line + "┐", row: rows.lowerBound, column: columns.lowerBound, border)
    frame.put("└" + line + "┘", row: rows.upperBound - 1, column: columns.lowerBound, border)
    for row in inside {
      frame.put("│", row: row, column: columns.lowerBound, border)
      frame.put("│", row: row, column: columns.upperBound - 1, border)
    }
  }

  /// Two or three letters of what lies beneath, beside a box that is nearly as wide as the screen, are noise.
  private func clearRemains(_ frame: inout Frame, _ row: Int) {
    let few = 4
    if columns.lowerBound <= few { frame.fill(row: row, columns: 0..<columns.lowerBound, Style()) }
    let end = frame.size.columns
    if columns.upperBound < end, end - columns.upperBound <= few {
      frame.fill(row: row, columns: columns.upperBound..<end, Style())
    }
  }
}

extension State {
  /// As many of a line's pieces, which three blanks part, as have room: half a key's name helps nobody.
  static func wholePieces(_ text: String, _ width: Int) -> String {
    var line = ""
    for piece in text.split(separator: "   ") {
      let longer = line.isEmpty ? String(piece) : line + "   " + piece
      guard SafeText.width(longer) <= width else { break }
      line = longer
    }
    return line
  }

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
}
