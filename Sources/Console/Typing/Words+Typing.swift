import SessionCore

extension Words {
  static let nothingToFind = Phrase("Nothing was looked for yet: \(key(.find)) does.", "尚未查找：请先按 \(key(.find))。")
  static let notFound = Phrase("No row of this list matches.", "列表中没有符合的行。")
  static let foundFromStart = Phrase("Found over the end of the list.", "已绕过列表末端继续查找。")
}
