extension Frame {
  /// Blanks as long as this stand between two words: they are sent as they are, in the colours of the word before them.
  private static let shortRun = 4

  /// The same picture, with every blank in the style that takes fewest bytes to send. The ink of a blank cannot be seen,
  /// but a terminal is told of every change of it: some 20 bytes, a hundred times a screen.
  ///
  /// A gap between two words has the style of the word before it; longer blanks have one style for each ground, so that
  /// a line that was cleared is right already.
  public func withThriftyBlanks() -> Frame {
    var frame = self
    for row in 0..<size.rows { frame.makeBlanksThrifty(row) }
    return frame
  }

  private mutating func makeBlanksThrifty(_ row: Int) {
    let start = row * size.columns
    let end = start + size.columns
    var index = start
    while index < end {
      guard isBlank(index) else {
        index += 1
        continue
      }
      let first = index
      let ground = cells[first].style.ground
      while index < end, isBlank(index), cells[index].style.ground == ground { index += 1 }
      let isBetween = first > start && index < end
      let words = isBetween ? (cells[first - 1].style, cells[index].style) : (Style(on: ground), Style(on: ground))
      setStyle(style(between: words, ground, count: index - first), first..<index)
    }
  }

  private func style(between words: (Style, Style), _ ground: Ground, count: Int) -> Style {
    let plain = Style(on: ground)
    guard words.0.ground == ground, words.1.ground == ground else { return plain }
    if count <= Self.shortRun { return Style(words.0.ink, on: ground, bold: words.0.isBold) }
    // Many blanks are sent by their number, which terminals do without bold alone.
    return words.0.ink == words.1.ink && !words.0.isBold && !words.1.isBold ? Style(words.0.ink, on: ground) : plain
  }

  private func isBlank(_ index: Int) -> Bool { cells[index].text == " " && !cells[index].style.isUnderlined }
}
