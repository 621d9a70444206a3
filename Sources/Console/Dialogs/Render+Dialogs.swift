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
  func draw(_ confirm: Confirm, _ frame: inout Frame) {
    let sample = sampleLines(confirm)
    let fields = (confirm.act.takesReason ? 1 : 0) + (confirm.number == nil ? 0 : 1)
    let box = Box(height: sample.count + 4 + fields, width: min(72, size.columns - 6), in: size)
    box.draw(&frame)
    drawBanner(&frame, row: box.rows.lowerBound, column: box.left)
    // On a screen too low for all of it, the sample gives way.
    var rows = box.inside
    let question = rows.removeFirst()
    let buttons = rows.removeLast()
    rows = rows.dropLast()
    let count = confirm.number == nil ? nil : rows.removeLast()
    let reason = confirm.act.takesReason ? rows.removeLast() : nil
    frame.put(
      SafeText.fit(say(Words.question(confirm.act, confirm.preview)), box.width), row: question, column: box.left,
      Style(confirm.act.isGrave ? .danger : .accent, on: .dialog, bold: true))
    for (line, row) in zip(sample, rows.dropFirst(rows.count > sample.count ? 1 : 0)) {
      frame.put(SafeText.fit(line.text, box.width), row: row, column: box.left, Style(line.ink, on: .dialog))
    }
    if let reason { drawReason(confirm, box, row: reason, &frame) }
    if let count { drawCount(confirm, box, row: count, &frame) }
    drawButtons(confirm, box, row: buttons, &frame)
  }

  /// What the act would do: some of the sessions that end, how many more, and what else it means.
  private func sampleLines(_ confirm: Confirm) -> [(text: String, ink: Ink)] {
    let meaning = say(Words.meaning(confirm.act))
    let width = min(72, size.columns - 6)
    if confirm.act.selection == nil {
      return SafeText.wrap(meaning, width).map { ($0, .text) } + (confirm.act.takesReason ? [("", .text)] : [])
    }
    var lines: [(text: String, ink: Ink)] = []
    if let preview = confirm.preview {
      let shown = preview.sample.prefix(3)
      lines = shown.map { session in
        let cells = [
          SafeText.fit(session.owner.login, 14), SafeText.fit((preview.at - session.createdAt).coarse, 7),
          SafeText.fit(session.address?.description ?? "–", 15), UserAgent.summary(session.userAgent),
        ]
        return (cells.joined(separator: "  "), .text)
      }
      let more = preview.count.value - shown.count
      if preview.count.value == 0 { lines = [(say(Words.endsNothing), .text)] }
      if more > 0 || preview.count.isCapped {
        lines.append((say(Words.more(more, capped: preview.count.isCapped)), .dim))
      }
    } else {
      lines = [(say(Words.counting), .dim)]
    }
    let means = SafeText.wrap(meaning, width).map { (text: $0, ink: confirm.act.isGrave ? Ink.warning : .dim) }
    // On a low screen what stands last gives way: that must not be what cannot be taken back.
    return (confirm.act.isGrave ? means + lines : lines + means) + [("", .text)]
  }

  private func drawReason(_ confirm: Confirm, _ box: Box, row: Int, _ frame: inout Frame) {
    let label = say(Words.reason) + " "
    let start = frame.put(label, row: row, column: box.left, Style(.dim, on: .dialog))
    let width = max(1, box.left + box.width - start)
    let isTyping = confirm.focus == .reason
    let hint = confirm.reason.text.isEmpty && !isTyping
    drawField(
      hint ? LineEditor(SafeText.fit(say(Words.reasonHint), width)) : confirm.reason, at: start, row, width,
      isActive: isTyping,
      ink: hint ? .dim : .text, &frame)
  }

  /// How many sessions end, to be typed: nobody ends hundreds by a slip of a finger.
  private func drawCount(_ confirm: Confirm, _ box: Box, row: Int, _ frame: inout Frame) {
    guard let number = confirm.number else { return }
    let label = say(Words.typeCount(number)) + " "
    let start = frame.put(
      label, row: row, column: box.left, Style(.warning, on: .dialog, bold: confirm.focus == .count))
    drawField(confirm.count, at: start, row, 8, isActive: confirm.focus == .count, &frame)
  }

  private func drawButtons(_ confirm: Confirm, _ box: Box, row: Int, _ frame: inout Frame) {
    guard !confirm.isRunning else {
      frame.put(say(Words.working), row: row, column: box.left, Style(.warning, on: .dialog))
      return
    }
    let cancel = "[ \(say(Words.cancel)) ]"
    let act = " \(say(Words.button(confirm.act, confirm.preview))) "
    let key = "\(Confirm.key) "
    let width = SafeText.width(cancel + "   " + key + act)
    var column = max(box.left, box.left + box.width - width)
    column = frame.put(
      cancel, row: row, column: column,
      confirm.focus == .cancel ? Style(.text, on: .button, bold: true) : Style(on: .dialog))
    column = frame.put("   ", row: row, column: column, Style(on: .dialog))
    column = frame.put(key, row: row, column: column, Style(confirm.isReady ? .link : .dim, on: .dialog, bold: true))
    frame.put(
      act, row: row, column: column,
      confirm.focus == .act
        ? Style(.danger, on: .button, bold: true) : Style(confirm.isReady ? .danger : .dim, on: .dialog))
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
