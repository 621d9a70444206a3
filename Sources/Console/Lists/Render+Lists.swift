import Screen
import SessionCore

extension State {
  /// The line above a list: the filter on the left, how many rows and their order on the right.
  func drawFilterLine<Row>(_ frame: inout Frame, _ list: ListState<Row>, total: CappedCount?, order: Phrase) {
    let filter = list.filter
    let row = layout.filter
    // Until the answer is there, nothing is said of how many there are: none would be a lie.
    var count = list.count.map { say(Words.rows($0)) } ?? "…"
    if let matching = list.count, let total, !filter.isEmpty { count = say(Words.matching(matching, of: total)) }
    var right = count + " · " + say(order)
    // While there is no answer, or the list stands still, what is shown is of then, and says so.
    let unanswered = !isUnanswered ? nil : list.readAt.map { agePhrase(of: $0) }
    let age = unanswered ?? pause.map { say(Words.paused($0.at.timeOfDay, (now - $0.at).coarse)) }
    if let age { right = count + " · " + age }
    if SafeText.width(right) > size.columns - 24 { right = age ?? count }
    let start = size.columns - SafeText.width(right) - 1
    var column = frame.put(say(Words.filter) + " ", row: row, column: 1, Style(.dim))
    column = frame.put(
      filter.isEmpty ? say(Words.noFilter) : filter, row: row, column: column, limit: max(0, start - column - 2),
      Style(filter.isEmpty ? .dim : .accent, bold: !filter.isEmpty))
    frame.put(right, row: row, column: start, Style(age == nil ? .dim : .warning))
    frame.mark("do.filter", row: row)
  }

  /// Where a first session would come from: what cannot be simulated here is not offered.
  var loginHint: Phrase? {
    setting.simulation.refusal == nil
      ? Words.simulateHint(page: setting.pageURL) : setting.pageURL.map(Words.loginPage)
  }

  /// The cells that a title needs, with the arrow of the order where it is sorted by.
  func least(_ title: Phrase, _ sorted: Phrase) -> Int { SafeText.width(say(title)) + (title == sorted ? 2 : 0) }

  /// Of when something shown is, and how long that is ago.
  func agePhrase(of time: Timestamp) -> String { say(Words.asOf(time.timeOfDay)) + " (\((now - time).coarse))" }

  /// A list's rows, or what stands in their place.
  func drawRows<Row>(
    _ list: ListState<Row>, _ table: Table<Row>, _ frame: inout Frame, empty: [Phrase],
    marks: MarkSet<Row> = MarkSet()
  ) {
    let lines = layout.list
    guard !list.rows.isEmpty else {
      if let before = list.before, !list.isLoaded {
        for (offset, item) in before.rows.dropFirst(before.top).prefix(lines.count).enumerated() {
          table.draw(
            item, &frame, row: lines.lowerBound + offset, isCursor: before.top + offset == before.cursor, isGone: false)
        }
        return
      }
      let text =
        !list.isLoaded
        ? [Words.loading] : list.filter.isEmpty ? empty : [Words.noMatch(list.filter), Words.clearFilter]
      drawCentered(text.map(say), &frame, lines)
      return
    }
    let range = list.indexes(of: marks.range)
    for (offset, item) in list.visible(lines.count).enumerated() {
      let index = list.top + offset
      let isCursor = index == list.cursor
      let row = lines.lowerBound + offset
      frame.mark("row.\(index)", row: row)
      let isMark = isCursor && setting.isLowBandwidth
      let isMarked = marks.isMarked(item.rowID) || range?.contains(index) == true
      table.draw(
        item, &frame, row: row, isCursor: isCursor && !isMark, isGone: isCursor && list.isGone, isMarked: isMarked)
      if isMark { frame.put(isMarked ? "*›" : "›", row: row, column: isMarked ? 0 : 1, Style()) }
    }
  }

  /// Lines in the middle of a part of the screen, the first of them as a heading.
  func drawCentered(_ lines: [String], _ frame: inout Frame, _ rows: Range<Int>) {
    // An address or a password that is cut is of no use: what is too long goes on in the next line.
    let pieces = lines.enumerated().flatMap { index, line in
      Prose.lines(line, size.columns - 2).map { (text: $0, isHeading: index == 0) }
    }
    var row = rows.lowerBound + max(0, (rows.count - pieces.count - 1) / 2)
    for piece in pieces where row < rows.upperBound {
      frame.put(
        piece.text, row: row, column: max(1, (size.columns - SafeText.width(piece.text)) / 2),
        piece.isHeading ? Style(.accent, bold: true) : Style(.dim))
      row += piece.isHeading && rows.count > pieces.count ? 2 : 1
    }
  }

  func drawRule(_ frame: inout Frame, row: Int) {
    frame.put(String(repeating: "─", count: size.columns), row: row, column: 0, Style(.dim))
  }

  /// What is worth knowing of the row under the cursor: pieces of a line. A piece that has no room is left out whole: half
  /// a time would be a lie. Only what is out of the ordinary has a colour: the line is sent with every move of the cursor.
  func drawDetailLine(_ pieces: [(String, Ink)], _ frame: inout Frame) {
    let row = Layout(size).detail
    frame.fill(row: row, Style(on: .bar))
    // It would change with every move of the cursor: Enter shows all of it.
    guard !setting.isLowBandwidth else { return }
    var column = 1
    for (index, (text, ink)) in pieces.enumerated() where !text.isEmpty {
      let gap = index == 0 ? "" : " · "
      guard index < 2 || column + SafeText.width(gap + text) < size.columns else { continue }
      column = frame.put(gap, row: row, column: column, Style(on: .bar))
      let isPlain = ![.warning, .danger].contains(ink)
      column = frame.put(
        text, row: row, column: column, limit: size.columns - 1 - column, Style(isPlain ? .text : ink, on: .bar))
    }
  }
}
