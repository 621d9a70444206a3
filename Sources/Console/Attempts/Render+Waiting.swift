import Screen
import SessionCore

extension State {
  private var isLow: Bool { size.rows < 16 }
  /// How many of those who have to wait have a line of their own.
  private var waitingRows: Int { min(waiting.count, max(3, (size.rows - 12) / 4)) }

  /// Lines over the attempts: a heading, those who have to wait, and a rule; one line where there are few.
  var waitingLines: Int {
    guard view == .attempts, attempts.isLoaded else { return 0 }
    if isLow { return waiting.isEmpty ? 0 : 1 }
    return waitingRows + 2
  }

  /// Who has to wait, and until when.
  func drawWaiting(_ frame: inout Frame, _ rows: Range<Int>) {
    guard let first = rows.first, let last = rows.last else { return }
    guard let longest = waiting.first else {
      frame.put(SafeText.fit(say(Words.nobodyWaits), size.columns - 4), row: first, column: 3, Style(.dim))
      drawRule(&frame, row: last)
      return
    }
    let count = totals?.waiting ?? CappedCount(found: waiting.count)
    guard rows.count > 1 else {
      let text = say(Words.slowedShort(count, who(longest), (longest.until - listTime).remaining))
      frame.put(SafeText.fit(text, size.columns - 4), row: first, column: 3, Style(.warning))
      return
    }
    let table = Table(waitingColumns(count), width: size.columns)
    table.drawHeading(&frame, row: first, sorted: nil, descending: false, say)
    for (throttle, row) in zip(waiting.prefix(waitingRows), (first + 1)..<last) {
      table.draw(throttle, &frame, row: row, isCursor: false, isGone: false)
    }
    drawRule(&frame, row: last)
    let hidden = count.value - waitingRows
    if hidden > 0 {
      frame.put(" " + say(Words.more(hidden, capped: count.isCapped)) + " ", row: last, column: 2, Style(.warning))
    }
  }

  private func waitingColumns(_ count: CappedCount) -> [Column<Throttle>] {
    let now = listTime
    let language = setting.language
    return [
      Column(Words.slowedTitle(count), 16...40, rank: 0) { who($0) },
      Column(Words.waits, 8...10, rank: 0, ink: { _ in .warning }) { ($0.until - now).remaining },
      Column(Words.until, 9...12, rank: 2) { $0.until.timeOfDay },
      Column(Words.failuresTitle, 9...12, rank: 1) { "\($0.failures)" },
      Column(Words.turnedAway, 11...14, rank: 3) { "\($0.refused)" },
      Column(Words.whereTitle, 14...40, rank: 4) { Words.scope($0.scope)(language) },
    ]
  }

  private func who(_ throttle: Throttle) -> String {
    throttle.scope == .address ? throttle.address.map { Act.forgiveNetwork($0).whom } ?? "–" : throttle.login
  }
}
