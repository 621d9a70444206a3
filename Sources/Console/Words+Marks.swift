import SessionCore

extension Words {
  static func marked(_ count: CappedCount) -> Phrase { Phrase("\(count.text) marked", "已标记 \(count.text)") }
  static let choosingRange = Phrase("range…", "选择范围…")
  static let rangeBegun = Phrase(
    "Move to the range's other end; \(key(.mark)) or \(key(.markRange)) marks it, Esc gives it up.",
    "移到范围的另一端；按 \(key(.mark)) 或 \(key(.markRange)) 标记，Esc 放弃。")
  static let rangeMoved = Phrase(
    "A row at the end of the range moved: choose it anew.", "范围一端的行已移动：请重新选择。")
  static let readingRange = Phrase("Reading the rows between…", "正在读取中间的行…")
  static let rangeTooFar = Phrase(
    "The range reaches further than what is read: mark it in parts, or filter and mark all with \(key(.markAll)).",
    "范围超出已读取的行：请分段标记，或筛选后按 \(key(.markAll)) 全部标记。")
  static let tooManyMarks = Phrase(
    "More than 10000 rows: the others are not marked. Filter, and mark all that match with \(key(.markAll)).",
    "超过 10000 行：其余未标记。请筛选后按 \(key(.markAll)) 标记全部匹配项。")
  static func excepted(_ count: Int) -> Phrase { Phrase(" but \(count)", "（除 \(count) 个外）") }
}
