import Screen
import SessionCore

extension Action {
  /// Choosing several rows to act on together.
  static let marking = [
    Action(
      .mark, [.character(" ")], in: .ofUsers, label: Phrase("mark", "标记"),
      Phrase("mark the row, or unmark it", "标记或取消标记该行"), unless: { $0.hasRange ? nil : $0.markDisabled }
    ) { $0.mark() },
    Action(
      .markRange, [.character("v")], in: .ofUsers,
      Phrase(
        "mark from here to where \(Words.key(.markRange)) is pressed again",
        "标记从此处到再次按 \(Words.key(.markRange)) 处"),
      unless: { $0.hasRange ? nil : $0.markDisabled }
    ) { $0.markRange() },
    Action(
      .markAll, [.character("*")], in: .ofUsers, Phrase("mark all that match the filter", "标记全部匹配项"),
      unless: { $0.isInList ? nil : Words.nothingHere }
    ) { $0.markAll() },
  ]
}
