import Screen
import SessionCore

extension State {
  /// Live sessions: a filled curve of braille dots, two a column, from each slot's end to the next.
  func drawLive(_ data: Overview, _ scale: TimeScale, _ rows: Range<Int>, _ frame: inout Frame) {
    let most = max(1, data.slots.compactMap(\.live).max() ?? 1)
    drawScale(most, rows, &frame)
    let height = 4 * rows.count
    for slot in scale.slots {
      let end = data.slots[slot].live
      let start = slot > 0 ? data.slots[slot - 1].live ?? end : end
      for cell in 0..<scale.width {
        func dots(_ half: Int) -> Int {
          guard let start, let end else { return 0 }
          let step = 2 * cell + half
          return Bars.scaled(start + (end - start) * step / (2 * scale.width), of: most, to: height)
        }
        let (left, right) = (dots(1), dots(2))
        for (line, row) in rows.reversed().enumerated() {
          frame.put(
            Bars.dots(left - 4 * line, right - 4 * line), row: row, column: scale.column(slot) + cell,
            Style(.link))
        }
      }
    }
  }

  /// Logins and, below them, failures: standing bars, a scale each.
  func drawLogins(_ data: Overview, _ scale: TimeScale, _ rows: Range<Int>, _ frame: inout Frame) {
    let failing = max(1, rows.count * 2 / 5)
    let split = max(rows.lowerBound, rows.upperBound - failing)
    drawStanding(data.slots.map(\.logins.value), .good, scale, rows.lowerBound..<split, &frame)
    drawStanding(data.slots.map(\.failures.value), .danger, scale, split..<rows.upperBound, &frame)
  }

  private func drawStanding(
    _ values: [Int], _ ink: Ink, _ scale: TimeScale, _ rows: Range<Int>, _ frame: inout Frame
  ) {
    guard !rows.isEmpty else { return }
    let most = values.max() ?? 0
    drawScale(most, rows, &frame)
    // Where there is room, a gap keeps bars apart.
    let bar = scale.width >= 3 ? scale.width - 1 : scale.width
    for slot in scale.slots {
      let eighths = Bars.scaled(values[slot], of: most, to: 8 * rows.count)
      for (line, row) in rows.reversed().enumerated() {
        let cell = Bars.rising(eighths - 8 * line)
        frame.put(
          String(repeating: cell, count: bar), row: row, column: scale.column(slot), Style(ink))
      }
    }
  }

  /// The largest number, beside the top of what is drawn, and none at its bottom.
  private func drawScale(_ most: Int, _ rows: Range<Int>, _ frame: inout Frame) {
    guard let top = rows.first, let bottom = rows.last else { return }
    if most > 0 { frame.put(SafeText.fit(Bars.short(most), 5, right: true), row: top, column: 1, Style(.dim)) }
    if bottom > top { frame.put(SafeText.fit("0", 5, right: true), row: bottom, column: 1, Style(.dim)) }
  }

  /// The times under the curves, at round moments.
  func drawTimes(_ data: Overview, _ scale: TimeScale, row: Int, _ frame: inout Frame) {
    let step = data.span.label.milliseconds
    for slot in scale.slots where data.slots[slot].start.milliseconds % step == 0 {
      let text = data.slots[slot].start.minuteText
      let label = data.span == .week ? String(text.dropFirst(5).prefix(5)) : String(text.suffix(5))
      let column = scale.column(slot)
      guard column + label.count < size.columns else { continue }
      frame.put(label, row: row, column: column, Style(.dim))
    }
    guard overview.panel.isOverTime, scale.slots.contains(overview.slotIndex) else { return }
    drawChosenTime(data, scale.column(overview.slotIndex), row, &frame)
  }

  /// The chosen slot's time, under it with a mark. It goes before the round times beside it.
  private func drawChosenTime(_ data: Overview, _ column: Int, _ row: Int, _ frame: inout Frame) {
    let time = data.time(data.slots[overview.slotIndex].start)
    let isLate = column + time.count + 1 > size.columns
    let text = isLate ? time + "▲" : "▲" + time
    let start = isLate ? column - time.count : column
    var clear = start..<(start + time.count + 1)
    while clear.lowerBound > 0, frame[row, clear.lowerBound - 1].text != " " {
      clear = (clear.lowerBound - 1)..<clear.upperBound
    }
    while clear.upperBound < size.columns, frame[row, clear.upperBound].text != " " {
      clear = clear.lowerBound..<(clear.upperBound + 1)
    }
    frame.fill(row: row, columns: clear, Style())
    frame.put(text, row: row, column: start, Style(.accent, bold: true))
  }
}

extension OverviewSpan {
  /// How far apart the times under the curves are.
  fileprivate var label: Interval {
    switch self {
    case .hour: .minutes(10)
    case .quarter: .hours(1)
    case .day: .hours(4)
    case .week: .days(1)
    }
  }
}
