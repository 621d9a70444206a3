import Screen
import SessionCore

extension State {
  /// The lines that the panels share.
  var overviewRows: Range<Int> {
    let first = 3 + serverLines.count
    return first..<max(first, Layout(size).detail)
  }

  func drawOverview(_ frame: inout Frame) {
    drawSpans(&frame)
    drawServer(&frame)
    guard let data = overview.data, data.span == overview.span else {
      drawCentered([say(Words.loading)], &frame, overviewRows)
      return
    }
    guard !data.isEmpty else {
      drawCentered(
        [say(Words.nothingYet), say(Words.simulateHint(page: setting.pageURL))], &frame, overviewRows)
      return
    }
    if showsAllPanels { drawPanels(data, &frame) } else { drawPanel(data, &frame) }
    drawDetailLine(barWords(data), &frame)
  }

  /// How far back is looked, and of when the figures are.
  private func drawSpans(_ frame: inout Frame) {
    let row = Layout(size).filter
    var column = 1
    for span in OverviewSpan.allCases {
      let isHere = span == overview.span
      column = frame.put(
        span.rawValue, row: row, column: column, Style(isHere ? .accent : .dim, bold: isHere, underlined: isHere))
      column += 2
    }
    let hint = say(Words.spanHint)
    if column + SafeText.width(hint) + 28 < size.columns { frame.put(hint, row: row, column: column, Style(.dim)) }
    guard let data = overview.data else { return }
    let isOld = isUnanswered
    let text = isOld ? agePhrase(of: data.at) : say(Words.asOf(data.at.timeOfDay))
    frame.put(
      text, row: row, column: max(column + 1, size.columns - SafeText.width(text) - 1),
      Style(isOld ? .warning : .dim))
  }

  /// All panels: two over time, three below them side by side.
  private func drawPanels(_ data: Overview, _ frame: inout Frame) {
    let rows = overviewRows
    let gap = rows.count >= 30 ? 1 : 0
    let low = max(data.ends.count + 1, min(21, rows.count / 2))
    // Curves are no higher than they need to be: every cell of them is sent over the line.
    let high = rows.count - low - 3 - 2 * gap
    let live = min(10, high / 2)
    let logins = min(10, high - live)
    var row = rows.lowerBound
    func take(_ count: Int) -> Range<Int> {
      defer { row += count }
      return row..<(row + count)
    }
    let scale = TimeScale(columns: size.columns, slots: data.slots.count)
    drawTitle(.live, take(1).lowerBound, &frame)
    drawLive(data, scale, take(live), &frame)
    _ = take(gap)
    drawTitle(.logins, take(1).lowerBound, &frame)
    drawLogins(data, scale, take(logins), &frame)
    drawTimes(data, scale, row: take(1).lowerBound, &frame)
    _ = take(gap)
    // The times to the end are short; addresses and names of clients are not.
    let narrow = size.columns * 3 / 11
    let wide = (size.columns - narrow - 2) / 2
    var column = 1
    for (panel, width) in [(OverviewPanel.ends, narrow), (.addresses, wide), (.clients, wide)] {
      drawBars(panel, data, row..<min(rows.upperBound, row + low), column..<(column + width - 1), &frame)
      column += width
    }
  }

  /// The chosen panel alone, where there is no room for more.
  private func drawPanel(_ data: Overview, _ frame: inout Frame) {
    let rows = overviewRows
    let scale = TimeScale(columns: size.columns, slots: data.slots.count)
    guard overview.panel.isOverTime else {
      drawBars(overview.panel, data, rows, 1..<(size.columns - 1), &frame)
      return
    }
    drawTitle(overview.panel, rows.lowerBound, &frame)
    let chart = (rows.lowerBound + 1)..<max(rows.lowerBound + 1, rows.upperBound - 1)
    if overview.panel == .live {
      drawLive(data, scale, chart, &frame)
    } else {
      drawLogins(data, scale, chart, &frame)
    }
    drawTimes(data, scale, row: rows.upperBound - 1, &frame)
  }

  /// What a panel shows, and its figures in words.
  private func drawTitle(_ panel: OverviewPanel, _ row: Int, _ frame: inout Frame) {
    guard let data = overview.data else { return }
    var column = drawPanelName(panel, row, 1, &frame)
    let pieces: [(Phrase, Ink)] =
      panel == .live
      ? [(data.liveWords, .text)]
      : [(Words.logins(data.loginWords), .good), (Words.failures(data.failureWords), .danger)]
        + (data.simulatedWords.map { [($0, .dim)] } ?? [])
    for (phrase, ink) in pieces {
      let text = "  " + say(phrase)
      guard column + SafeText.width(text) < size.columns else { break }
      column = frame.put(text, row: row, column: column, Style(ink))
    }
  }

  /// A panel's name, marked where the chosen bar is in it.
  func drawPanelName(_ panel: OverviewPanel, _ row: Int, _ column: Int, _ frame: inout Frame) -> Int {
    let isHere = panel == overview.panel
    if isHere { frame.put("›", row: row, column: column, Style(.accent, bold: true)) }
    var name = say(Words.panel(panel))
    if !showsAllPanels { name = "\(panel.rawValue + 1)/\(OverviewPanel.allCases.count) " + name }
    return frame.put(name, row: row, column: column + 2, Style(isHere ? .accent : .dim, bold: true))
  }
}
