import Screen
import SessionCore

extension State {
  /// A panel of lying bars: what, how many as a bar, and how many as a number.
  func drawBars(
    _ panel: OverviewPanel, _ data: Overview, _ rows: Range<Int>, _ columns: Range<Int>, _ frame: inout Frame
  ) {
    guard let title = rows.first else { return }
    _ = drawPanelName(panel, title, columns.lowerBound, &frame)
    let bars = bars(panel, data)
    let isHere = panel == overview.panel
    guard !bars.isEmpty else {
      frame.put(say(Words.noBars), row: title + 1, column: columns.lowerBound + 2, Style(.dim))
      return
    }
    let most = max(1, bars.map(\.count.value).max() ?? 1)
    let numbers = bars.map { SafeText.width($0.count.text) }.max() ?? 1
    let room = columns.count - 3 - numbers - 2
    let label = min(bars.map { SafeText.width($0.label) }.max() ?? 1, max(7, room - 3))
    let chosen = overview.bar(panel)
    let height = rows.count - 1
    // The chosen bar stays in sight.
    let top = max(0, min(chosen - height + 1, bars.count - height))
    for (line, bar) in bars.dropFirst(top).prefix(height).enumerated() {
      let row = title + 1 + line
      let isChosen = isHere && top + line == chosen
      // The mark and the name alone stand out: a bar's length is not sent again for every step.
      let style = Style(.text, on: isChosen ? .cursor : .base, bold: isChosen)
      if isChosen { frame.put("› ", row: row, column: columns.lowerBound, Style(.accent, on: .cursor, bold: true)) }
      let column = frame.put(SafeText.fit(bar.label, label), row: row, column: columns.lowerBound + 2, style)
      let end = columns.upperBound - 1 - numbers
      frame.put(
        Bars.lying(bar.count.value, of: most, width: max(0, end - column - 2)), row: row, column: column + 1,
        Style(bar.ink))
      frame.put(
        SafeText.fit(bar.count.text, numbers, right: true), row: row, column: end,
        Style(bar.count.value == 0 ? .dim : .text))
    }
  }

  private struct Bar {
    var label: String
    var count: CappedCount
    var ink: Ink
  }

  private func bars(_ panel: OverviewPanel, _ data: Overview) -> [Bar] {
    switch panel {
    case .live, .logins: []
    case .ends:
      data.ends.enumerated().map { index, ends in
        Bar(label: say(Words.short(ends)), count: ends.count, ink: index == 0 ? .warning : .link)
      }
    case .addresses:
      data.addresses.map { Bar(label: $0.value.description, count: CappedCount(found: $0.count), ink: .link) }
    case .clients:
      data.clients.map { share in
        let name = share.value.text
        return Bar(
          label: name.isEmpty ? say(Words.otherClients) : name, count: CappedCount(found: share.count), ink: .accent)
      }
    }
  }

  /// The chosen bar in words.
  func barWords(_ data: Overview) -> [(String, Ink)] {
    let index = overview.bar(overview.panel)
    guard index < overview.bars(overview.panel) else { return [] }
    let hint = behindBar.map { (say(Words.enterShows($0.view)), Ink.dim) }
    var words: [(String, Ink)]
    switch overview.panel {
    case .live, .logins:
      let slot = data.slots[index]
      words = [
        (say(Words.slot(data.time(slot.start), data.time(slot.end))), .accent),
        (slot.live.map { say(Words.liveThen($0)) } ?? say(Words.liveUnknown), .text),
        (say(Words.loginCount(slot.logins)), slot.logins.value > 0 ? .good : .dim),
        (say(Words.failureCount(slot.failures)), slot.failures.value > 0 ? .danger : .dim),
      ]
    case .ends:
      words = [(say(Words.endingThen(data.ends[index])), .text)]
    case .addresses:
      let share = data.addresses[index]
      words = [
        (share.value.description, .link), (say(Words.sessionsOf(share.count, data.ranked)), .text),
      ]
    case .clients:
      let share = data.clients[index]
      words = [
        (share.value.text.isEmpty ? say(Words.otherClients) : share.value.text, .link),
        (say(Words.sessionsOf(share.count, data.ranked)), .text),
      ]
    }
    return words + [hint].compactMap { $0 }
  }
}
