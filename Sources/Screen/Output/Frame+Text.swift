extension Frame {
  /// The frame as lines of text with escape sequences, for a stream that nobody moves a cursor in.
  ///
  /// - Parameter palette: the colours; nil for none at all, and no escape sequence either.
  /// - Returns: a text for each line.
  public func text(in palette: Palette?) -> [String] {
    guard let palette else { return lines }
    return (0..<size.rows).map { row in
      var pen = Pen(DrawingAbilities(turnsOff: true), size: size, look: Look())
      for column in 0..<size.columns where !self[row, column].text.isEmpty {
        let cell = self[row, column]
        pen.write(DrawnCell(cell.text, palette.look(cell.style)), width: 1)
      }
      pen.set(Look())
      return String(decoding: pen.bytes, as: UTF8.self)
    }
  }
}
