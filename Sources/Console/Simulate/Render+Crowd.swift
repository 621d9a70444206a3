import Screen
import SessionCore

extension State {
  /// What the crowd does, at the bottom of the view.
  ///
  /// - Returns: the first row that it takes.
  func drawCrowd(_ frame: inout Frame, _ body: Range<Int>) -> Int {
    guard let wish = crowd.wish else { return body.upperBound }
    let report = crowd.report
    let isRoomy = body.count >= 12
    let first = body.upperBound - (isRoomy ? 2 : 1)
    if isRoomy {
      let column = frame.put(say(Words.crowdRunning), row: first, column: 2, Style(.accent, bold: true))
      drawPulse(report, &frame, first, column + 2)
    }
    var pieces: [(String, Ink)] = [(say(Words.crowdPresent(report)), .text)]
    // Where there is too little room, what does not work goes before all that does.
    if report.failed > 0 { pieces.append((say(Words.crowdFailed(report.failed)), .danger)) }
    pieces.append((say(Words.crowdDone(report)), .text))
    if report.refused > 0 { pieces.append((say(Words.crowdRefused(report.refused)), .warning)) }
    if report.late > 0 { pieces.append((say(Words.crowdLate(report.late)), .warning)) }
    if let time = report.loginMilliseconds { pieces.append((say(Words.crowdLogin(time)), .dim)) }
    pieces.append((say(Words.crowdRate(wish.requestsInTenSeconds, seed: wish.seed)), .dim))
    let hint = say(crowd.isLeaving ? Words.crowdIsLeaving : Words.crowdStop)
    let row = body.upperBound - 1
    let end = size.columns - 1 - SafeText.width(hint)
    var column = frame.put("● ", row: row, column: 2, Style(.good))
    for (index, (text, ink)) in pieces.enumerated() {
      let gap = index == 0 ? "" : " · "
      guard column + SafeText.width(gap + text) < (index == 0 ? size.columns : end - 1) else { continue }
      column = frame.put(gap, row: row, column: column, Style(.dim))
      column = frame.put(text, row: row, column: column, Style(ink))
    }
    if column + 1 < end { frame.put(hint, row: row, column: end, Style(.dim)) }
    return first
  }

  /// Requests in each of the last seconds, as bars.
  private func drawPulse(_ report: CrowdReport, _ frame: inout Frame, _ row: Int, _ column: Int) {
    let shown = report.recent.suffix(min(30, max(0, size.columns - column - 1)))
    guard let most = shown.max(), most > 0 else { return }
    let bars = Array("▁▂▃▄▅▆▇█")
    let text = String(shown.map { count in bars[min(bars.count - 1, count * bars.count / (most + 1))] })
    frame.put(text, row: row, column: column, Style(.good))
  }
}
