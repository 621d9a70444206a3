import Screen
import SessionCore

/// An act of ending that was done from this console and can be taken back.
public struct UndoableAct: Equatable, Sendable {
  var id: EndAct.ID
  var until: Timestamp
}

extension State {
  /// Remembers an act that can be taken back.
  mutating func remember(_ act: EndAct.ID) {
    undoable.removeAll { $0.until < now }
    undoable.append(UndoableAct(id: act, until: now + EndAct.undoable))
  }

  /// The last act that can still be taken back.
  private var lastAct: UndoableAct? { undoable.last.flatMap { $0.until < now ? nil : $0 } }

  /// Why nothing can be taken back; nil when something can.
  var undoDisabled: Phrase? {
    if setting.isReadOnly { return Words.readOnly }
    if isUndoing { return Words.undoing }
    return lastAct == nil ? Words.nothingToUndo : nil
  }

  /// Takes the last act back. It asks nothing: it harms nobody.
  mutating func undo() -> [Effect] {
    guard let act = lastAct else { return [] }
    isUndoing = true
    return [.undo(act.id)]
  }

  /// Says how many sessions live again; nil when it was too late.
  mutating func undone(_ act: EndAct.ID, _ restored: CappedCount?) -> [Effect] {
    isUndoing = false
    undoable.removeAll { $0.id == act }
    guard let restored else {
      notice = Notice(text: Words.undoTooLate, ink: .warning)
      return []
    }
    notice = Notice(text: Words.undone(restored), ink: restored.value > 0 ? .good : .warning)
    var effects = reload()
    if case .detail(let detail)? = underlay { effects.append(.loadDetail(detail.subject)) }
    return effects
  }
}
