import Screen

extension State {
  /// The keys that work in this view, from the one table that has them all, and the words that its filter knows.
  func drawHelp(_ help: Help, _ frame: inout Frame) {
    let lines = helpLines(help)
    let height = min(helpHeight, max(1, helpLines(Help()).count))
    let box = Box(height: height + 3, width: helpWidth, in: size)
    box.draw(&frame)
    let title = box.inside.lowerBound
    frame.put(
      SafeText.fit(say(Words.view(view)) + "  " + say(Words.helpTitle), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    if lines.count > height {
      let mark = "\(min(lines.count, help.scroll + height))/\(lines.count)"
      frame.put(mark, row: title, column: box.left + box.width - mark.count, Style(.dim, on: .dialog))
    }
    let column = helpColumn(lines)
    for (offset, line) in lines.dropFirst(help.scroll).prefix(height).enumerated() {
      draw(line, box, row: title + 1 + offset, column, &frame)
    }
    if lines.isEmpty {
      frame.put(
        SafeText.fit(say(Words.noSuchHelp), box.width), row: title + 1, column: box.left, Style(.dim, on: .dialog))
    }
    let search = box.inside.upperBound - 1
    let start = frame.put(
      say(Words.helpSearch) + " ", row: search, column: box.left, Style(.accent, on: .dialog, bold: true))
    drawField(help.search, at: start, search, max(1, box.left + box.width - start), isActive: true, &frame)
  }

  private func draw(_ line: HelpLine, _ box: Box, row: Int, _ column: Int, _ frame: inout Frame) {
    guard !line.isHeading else {
      frame.put(
        SafeText.fit(line.text, box.width), row: row, column: box.left, Style(.accent, on: .dialog, bold: true))
      return
    }
    frame.put(
      SafeText.fit(line.keys, column - 1), row: row, column: box.left, Style(.link, on: .dialog, bold: true))
    frame.put(
      SafeText.fit(line.text, box.width - column), row: row, column: box.left + column,
      Style(line.isDim ? .dim : .text, on: .dialog))
  }
}
