import Screen
import SessionCore

extension State {
  private var historyWidth: Int { min(100, size.columns - 6) }
  /// Lines for acts.
  var historyHeight: Int { max(1, min(20, size.rows - 7)) }

  /// What was done: when, by whom, what, and whether it can be taken back; what else there is to say of the one under
  /// the cursor stands below.
  func draw(_ history: History, _ frame: inout Frame) {
    let acts = history.acts ?? []
    let count = min(historyHeight, max(1, acts.count))
    let box = Box(height: count + 3, width: historyWidth, in: size)
    box.draw(&frame)
    let title = say(Words.deedsTitle)
    frame.put(
      SafeText.fit(title, box.width), row: box.inside.lowerBound, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    guard !acts.isEmpty else {
      let text = say(history.acts == nil ? Words.loading : Words.nothingDoneYet)
      frame.put(
        SafeText.fit(text, box.width), row: box.inside.lowerBound + 1, column: box.left, Style(.dim, on: .dialog))
      drawHistoryKeys(box, canUndo: false, &frame)
      return
    }
    for (offset, act) in acts.dropFirst(history.top).prefix(count).enumerated() {
      draw(act, isCursor: history.top + offset == history.cursor, box, box.inside.lowerBound + 1 + offset, &frame)
    }
    if let act = history.current {
      let row = box.inside.lowerBound + 1 + count
      let text = [say(Words.by(act.by)), act.reason].filter { !$0.isEmpty }.joined(separator: ": ")
      frame.put(SafeText.fit(text, box.width), row: row, column: box.left, Style(.dim, on: .dialog))
    }
    drawHistoryKeys(
      box, canUndo: history.current.map { !undoState($0).0.isEmpty && $0.undoableUntil != nil } ?? false, &frame)
  }

  private func draw(_ act: DoneAct, isCursor: Bool, _ box: Box, _ row: Int, _ frame: inout Frame) {
    let ground: Ground = isCursor ? .cursor : .dialog
    frame.fill(row: row, columns: box.left - 1..<box.left + box.width + 1, Style(on: ground))
    if isCursor { frame.put("›", row: row, column: box.left, Style(.accent, on: ground, bold: true)) }
    let (state, ink) = undoState(act)
    let stateWidth = max(10, SafeText.width(state))
    let isWide = box.width > 60
    // Where it would cut what was done, who did it stands below alone.
    let isRoomy = box.width > 80
    var column = frame.put(
      SafeText.fit(when(act.at), isWide ? 11 : 5) + "  ", row: row, column: box.left + 2, Style(.dim, on: ground))
    if isRoomy {
      column = frame.put(SafeText.fit(act.by, 16) + "  ", row: row, column: column, Style(.link, on: ground))
    }
    let room = max(1, box.left + box.width - stateWidth - 1 - column)
    column = frame.put(
      SafeText.fit(say(Words.deed(act)), room) + " ", row: row, column: column, Style(.text, on: ground, bold: isCursor)
    )
    frame.put(SafeText.fit(state, stateWidth, right: true), row: row, column: column, Style(ink, on: ground))
  }

  /// The time of day; on another day than today, the date as well.
  private func when(_ time: Timestamp) -> String {
    let text = time.rfc3339
    return text.prefix(10) == now.rfc3339.prefix(10)
      ? String(time.timeOfDay.prefix(5)) : "\(text.dropFirst(5).prefix(5)) \(time.timeOfDay.prefix(5))"
  }

  /// Whether an act can be taken back, and for how long; or that it was.
  private func undoState(_ act: DoneAct) -> (String, Ink) {
    if act.isSuperseded { return (say(Words.superseded), .dim) }
    guard let until = act.undoableUntil else { return (say(Words.takenBack), .warning) }
    return until < now ? ("", .dim) : (say(Words.undoFor((until - now).remaining)), .good)
  }

  private func drawHistoryKeys(_ box: Box, canUndo: Bool, _ frame: inout Frame) {
    let keys = say(canUndo ? Words.historyKeys : Words.historyClose)
    frame.put(
      SafeText.fit(keys, box.width, right: true), row: box.inside.upperBound - 1, column: box.left,
      Style(.link, on: .dialog))
  }
}
