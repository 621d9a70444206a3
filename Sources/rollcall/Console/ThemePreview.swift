import Screen
import SessionCore

/// A piece of the console as it looks in a theme, to be printed.
struct ThemePreview {
  let entry: ThemeLibrary.Entry

  private static let rows: [(name: String, state: Phrase, ink: Ink, rest: String)] = [
    ("王小明", Phrase("live", "在线"), .good, "2h 11m   12s   203.0.113.24"),
    ("alice", Phrase("remembered", "已记住"), .link, "6d       3h    203.0.113.7 "),
    ("bob", Phrase("ending", "将结束"), .warning, "29m      28m   203.0.113.9 "),
    ("carol", Phrase("simulated", "模拟"), .accent, "40s      40s   pts/3       "),
    ("dave", Phrase("LOCKED", "已锁定"), .danger, "1h 2m    5m    2001:db8::7 "),
    ("eve", Phrase("idle", "空闲"), .dim, "3h       1h    198.51.100.4"),
  ]

  /// Draws it.
  func frame(_ language: Language) -> Frame {
    func say(_ phrase: Phrase) -> String { phrase(language) }
    var frame = Frame(size: Size(rows: 13, columns: 72))
    frame.fill(row: 0, Style(on: .bar))
    let column = frame.put(" rollcall", row: 0, column: 0, Style(.accent, on: .bar, bold: true))
    frame.put("  \(entry.name)", row: 0, column: column, Style(on: .bar))
    let kind = say(entry.theme.isLight ? Phrase("light", "浅色") : Phrase("dark", "深色")) + " "
    frame.put(kind, row: 0, column: 72 - SafeText.width(kind), Style(.dim, on: .bar))
    frame.put("1", row: 1, column: 1, Style(.link, bold: true))
    frame.put(say(Phrase("Sessions", "会话")), row: 1, column: 3, Style(.accent, bold: true, underlined: true))
    frame.put("2 " + say(Phrase("Users", "用户")), row: 1, column: 14, Style(.dim))
    frame.put(" state:live from:203.0.113.0/24 ", row: 2, column: 1, Style(on: .field))
    for (index, row) in Self.rows.enumerated() {
      let ground: Ground = index == 1 ? .cursor : .base
      if index == 1 { frame.fill(row: 3 + index, Style(on: .cursor)) }
      frame.put(index == 1 ? "›" : " ", row: 3 + index, column: 1, Style(.accent, on: ground, bold: true))
      frame.put(row.name, row: 3 + index, column: 3, Style(on: ground, bold: index == 1))
      frame.put(say(row.state), row: 3 + index, column: 16, Style(row.ink, on: ground))
      frame.put(row.rest, row: 3 + index, column: 30, Style(on: ground))
    }
    drawDialog(&frame, say)
    return frame
  }

  private func drawDialog(_ frame: inout Frame, _ say: (Phrase) -> String) {
    for row in 9...11 { frame.fill(row: row, columns: 2..<70, Style(on: .dialog)) }
    frame.put(
      say(Phrase("End 2 sessions of alice?", "结束 alice 的 2 个会话？")), row: 9, column: 4,
      Style(.accent, on: .dialog, bold: true))
    frame.put(
      say(Phrase("They can be restored for 5 minutes.", "5 分钟内可恢复。")), row: 10, column: 4, Style(.dim, on: .dialog))
    var column = frame.put(
      "[ " + say(Phrase("Cancel", "取消")) + " ]", row: 11, column: 4, Style(.text, on: .button, bold: true))
    column = frame.put("  e ", row: 11, column: column, Style(.link, on: .dialog, bold: true))
    frame.put(say(Phrase("End 2 sessions", "结束 2 个会话")), row: 11, column: column, Style(.danger, on: .dialog))
    frame.fill(row: 12, Style(on: .bar))
    column = frame.put("Enter", row: 12, column: 1, Style(.link, on: .bar, bold: true))
    column = frame.put(" " + say(Phrase("open", "打开")), row: 12, column: column, Style(on: .bar))
    column = frame.put("x", row: 12, column: column + 3, Style(.link, on: .bar, bold: true))
    frame.put(" " + say(Phrase("end", "结束")), row: 12, column: column, Style(on: .bar))
  }
}
