import Screen

extension State {
  /// The list of themes, at the right edge: what they are tried on stays in sight.
  func draw(_ picker: ThemePicker, _ frame: inout Frame) {
    let height = themeBoxHeight
    let box = Box(height: height + 4, width: min(42, size.columns - 6), in: size, toTheRight: size.columns >= 76)
    box.draw(&frame)
    let matches = picker.matches
    let head = box.inside.lowerBound
    let count = "\(matches.isEmpty ? 0 : picker.cursor + 1)/\(matches.count)"
    frame.put(say(Words.themes(picker.kind)), row: head, column: box.left, Style(.accent, on: .dialog, bold: true))
    frame.put(
      count, row: head, column: box.left + box.width - SafeText.width(count), Style(.dim, on: .dialog))
    if picker.isSearching || !picker.search.text.isEmpty {
      let label = frame.put("/ ", row: head + 1, column: box.left, Style(.link, on: .dialog))
      drawField(
        picker.search, at: label, head + 1, box.left + box.width - label, isActive: picker.isSearching, &frame)
    } else {
      drawSample(box, row: head + 1, &frame)
    }
    let first = head + 2
    for (offset, theme) in matches.dropFirst(picker.top).prefix(height).enumerated() {
      drawTheme(theme, isCursor: picker.top + offset == picker.cursor, box, row: first + offset, &frame)
    }
    if matches.isEmpty { frame.put(say(Words.noTheme), row: first, column: box.left, Style(.dim, on: .dialog)) }
    frame.put(
      Self.wholePieces(say(Words.themeKeys), box.width), row: first + height + 1, column: box.left,
      Style(.dim, on: .dialog))
  }

  private func drawTheme(_ theme: ThemeChoice, isCursor: Bool, _ box: Box, row: Int, _ frame: inout Frame) {
    let ground: Ground = isCursor ? .cursor : .dialog
    if isCursor { frame.fill(row: row, columns: box.left..<(box.left + box.width), Style(on: .cursor)) }
    let kind = say(Words.themeKind(isLight: theme.isLight))
    let room = box.width - SafeText.width(kind) - 3
    frame.put(isCursor ? "› " : "  ", row: row, column: box.left, Style(.accent, on: ground, bold: true))
    frame.put(SafeText.fit(theme.name, room), row: row, column: box.left + 2, Style(on: ground))
    frame.put(kind, row: row, column: box.left + box.width - SafeText.width(kind), Style(.dim, on: ground))
  }

  /// What the inks of a list look like in the theme.
  private func drawSample(_ box: Box, row: Int, _ frame: inout Frame) {
    var column = box.left
    for (word, ink) in Words.themeSample {
      let text = say(word)
      guard column + SafeText.width(text) <= box.left + box.width else { break }
      column = frame.put(text, row: row, column: column, Style(ink, on: .dialog)) + 2
    }
  }
}

extension Box {
  /// A box at the right edge of a screen that is wide enough, in the middle of any other.
  init(height: Int, width: Int, in size: Size, toTheRight isRight: Bool) {
    let box = Box(height: height, width: width, in: size)
    let shift = isRight ? size.columns - 2 - box.columns.upperBound : 0
    self.init(rows: box.rows, columns: (box.columns.lowerBound + shift)..<(box.columns.upperBound + shift))
  }
}
