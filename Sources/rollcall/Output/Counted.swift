import SessionCore

extension Int {
  /// So many of them, in English: `1 session`, `2 sessions`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension CappedCount {
  /// So many of them, in English: `1 session`, `10000+ sessions`.
  func counted(_ noun: String) -> String { isCapped ? "\(text) \(noun)s" : value.counted(noun) }
}
