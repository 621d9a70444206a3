extension VirtualTerminal {
  /// A line's text, without blanks at its end.
  public func line(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.columns {
      let cell = self[row, column]
      text += cell.map { $0.text.isEmpty ? " " : $0.text } ?? ""
      column += max(1, cell?.width ?? 1)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All lines, for reading by people and tests.
  public var lines: [String] { (0..<size.rows).map(line) }

  /// Whether a text shows, in one line.
  public func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The first cell of a text where it shows first; nil when it does not.
  public func cell(of text: String) -> Cell? {
    place(of: text).flatMap { self[$0.row, $0.column] }
  }

  /// Where a text shows first: its row, and its column as the terminal counts them.
  public func place(of text: String) -> (row: Int, column: Int)? {
    for row in 0..<size.rows {
      for column in 0..<size.columns where self[row, column] != nil && rest(row, column).hasPrefix(text) {
        return (row, column)
      }
    }
    return nil
  }

  private func rest(_ row: Int, _ column: Int) -> String {
    (column..<size.columns).compactMap { self[row, $0].map { $0.text.isEmpty ? " " : $0.text } }.joined()
  }

  /// The whole screen in a frame, for the message of a failed test.
  public var picture: String {
    let edge = "+" + String(repeating: "-", count: size.columns) + "+"
    return ([edge] + lines.map { "|" + $0 } + [edge]).joined(separator: "\n")
  }
}
