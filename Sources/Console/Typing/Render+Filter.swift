import Screen
import SessionCore

extension State {
  /// The filter being typed, in the filter's own line, with what is wrong under the word that is; and how many rows match.
  func draw(_ editor: FilterEditor, _ frame: inout Frame) {
    let layout = layout
    let (row, below) = (layout.filter, layout.filter + 1)
    frame.fill(row: row, Style())
    frame.fill(row: below, Style())
    let start = frame.put(say(Words.filter) + " ", row: row, column: 1, Style(.accent, bold: true))
    let count = shownCount.map { say(Words.rows($0)) } ?? "…"
    let end = size.columns - SafeText.width(count) - 1
    frame.put(count, row: row, column: end, Style(.dim))
    drawTyping(editor, start..<max(start + 1, end - 2), row: row, &frame)
    let room = start..<max(start + 1, size.columns - 1)
    if let error = editor.error {
      draw(error, room, rows: [below, below + 1], &frame)
    } else if let completion = editor.completion ?? completion(editor) {
      draw(completion, room, row: below, on: .base, &frame)
    } else {
      frame.put(filterHint(room.count), row: below, column: start, Style(.dim))
    }
  }

  /// What is to be found, being typed in the line above the keys: the list is the answer. What there is to say of it stands
  /// beside it, or, where the screen is narrow, above.
  func drawFind(_ editor: FilterEditor, _ frame: inout Frame) {
    let row = Layout(size).detail
    let isWide = size.columns >= 60
    frame.fill(row: row, Style(on: .bar))
    let start = frame.put("/ ", row: row, column: 1, Style(.accent, on: .bar, bold: true))
    let end = isWide ? start + size.columns * 2 / 5 : size.columns - 1
    drawTyping(editor, start..<end, row: row, &frame)
    let room = isWide ? (end + 2)..<(size.columns - 1) : 1..<(size.columns - 1)
    let hint = isWide ? row : row - 1
    let ground: Ground = isWide ? .bar : .base
    if let error = editor.error {
      draw(error, room, rows: [hint], on: ground, &frame)
    } else if let notice {
      if !isWide { frame.fill(row: hint, Style()) }
      frame.put(
        SafeText.fit(say(notice.text), room.count), row: hint, column: room.lowerBound, Style(notice.ink, on: ground))
    } else if isWide {
      if let completion = editor.completion ?? completion(editor) {
        draw(completion, room, row: hint, on: ground, &frame)
      } else {
        frame.put(
          SafeText.fit(filterHint(room.count), room.count), row: hint, column: room.lowerBound, Style(.dim, on: .bar))
      }
    }
  }

  /// The field, with the word underlined that is wrong.
  private func drawTyping(_ editor: FilterEditor, _ field: Range<Int>, row: Int, _ frame: inout Frame) {
    let start = field.lowerBound
    drawField(editor.line, at: start, row, field.count, isActive: true, &frame)
    guard let error = editor.error else { return }
    // A line longer than its field is scrolled: the caret says how far.
    let text = editor.line.text
    let toCaret = SafeText.width(String(text.prefix(editor.line.caret)))
    var column = (frame.caret?.column ?? start) - toCaret + SafeText.width(String(text.prefix(error.range.lowerBound)))
    var word = Substring(error.word)
    while column < start, let first = word.popFirst() { column += SafeText.width(String(first)) }
    frame.put(
      String(word), row: row, column: column, limit: field.upperBound - column,
      Style(.danger, on: .field, underlined: true))
  }

  /// What is wrong. Where the whole sentence has no room, what would be right goes before what is marked as wrong.
  private func draw(
    _ error: FilterError, _ room: Range<Int>, rows: [Int], on ground: Ground = .base, _ frame: inout Frame
  ) {
    let phrase = say(error.phrase)
    let text = SafeText.width(phrase) <= room.count ? phrase : say(error.advice)
    let lines = SafeText.wrap(text, room.count)
    for (index, (line, row)) in zip(lines, rows).enumerated() {
      let isLast = index == rows.count - 1 && lines.count > rows.count
      if ground == .base { frame.fill(row: row, Style()) }
      frame.put(
        isLast ? SafeText.fit(line + "…", room.count) : line, row: row, column: room.lowerBound, limit: room.count,
        Style(.danger, on: ground))
    }
  }

  /// How the word can go on, the chosen way marked; those before it that have no room are left out.
  private func draw(
    _ completion: Completion, _ room: Range<Int>, row: Int, on ground: Ground, _ frame: inout Frame
  ) {
    let words = completion.words
    func width(_ range: Range<Int>) -> Int { words[range].reduce(0) { $0 + SafeText.width($1) + 2 } - 2 }
    var first = 0
    while let chosen = completion.chosen, first < chosen, width(first..<(chosen + 1)) > room.count { first += 1 }
    var column = room.lowerBound
    for index in first..<words.count {
      let isChosen = index == completion.chosen
      guard column + SafeText.width(words[index]) <= room.upperBound || index == first else {
        if column < room.upperBound { frame.put("…", row: row, column: column, Style(.dim, on: ground)) }
        return
      }
      column = frame.put(
        words[index], row: row, column: column, limit: room.upperBound - column,
        Style(isChosen ? .accent : .link, on: ground, bold: isChosen, underlined: isChosen))
      column += 2
    }
  }

  /// How many rows of the list match; nil until the answer is there.
  var shownCount: CappedCount? {
    switch view {
    case .users: users.count
    case .attempts: attempts.count
    case .audit: audit.list.count
    case .sessions, .overview, .simulate: sessions.count
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
