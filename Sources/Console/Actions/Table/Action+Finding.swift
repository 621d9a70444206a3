import Screen
import SessionCore

extension Action {
  /// Going to the rows that match.
  static let searching = [
    Action(
      .find, [.character("/")], in: .lists, label: Phrase("find", "查找"),
      Phrase("find the next row that matches", "查找下一个符合的行"), unless: { $0.listDisabled }
    ) { $0.openFind() },
    Action(
      .findNext, [.character("n")], in: .lists, Phrase("find the next one", "查找下一个"), unless: { $0.findDisabled }
    ) { $0.findAgain(.after) },
    Action(
      .findPrevious, [.character("N")], in: .lists, Phrase("find the one before", "查找上一个"),
      unless: { $0.findDisabled }
    ) { $0.findAgain(.before) },
  ]
}
