import SessionCore

extension Words {
  static func exportTitle(_ count: CappedCount?, view: ViewID) -> Phrase {
    let (name, number) = (Self.view(view), count?.text ?? "…")
    let rows = count?.text == "1" ? "row that matches" : "rows that match"
    return Phrase("Write the \(number) \(rows) to a file  (\(name.english))", "将符合的 \(number) 行写入文件（\(name.chinese)）")
  }
  static let exportFile = Phrase("file", "文件")
  static let exportAs = Phrase("as  ", "格式")
  static let exportNote = Phrase(
    "You alone can read the file. One that is there already is never overwritten.", "文件仅本人可读。已有的文件绝不会被覆盖。")
  static let exportKeys = Phrase("Enter write   Tab format   Esc cancel", "Enter 写入   Tab 格式   Esc 取消")
  static func exporting(_ rows: Int) -> Phrase {
    Phrase("\(rows) \(rows == 1 ? "row" : "rows") written …   Esc stop", "已写入 \(rows) 行…   Esc 停止")
  }
  static func exported(_ rows: Int, _ path: String) -> Phrase {
    Phrase("Wrote \(rows) \(rows == 1 ? "row" : "rows") to \(path)", "已将 \(rows) 行写入 \(path)")
  }
  static let exportStopped = Phrase("Stopped: there is no file.", "已停止，未留下文件。")
}
