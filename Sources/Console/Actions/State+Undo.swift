import Screen
import SessionCore

/// An act that was done from this console and can be taken back.
public struct UndoableAct: Equatable, Sendable {
  var id: DoneAct.ID
  var until: Timestamp
}

extension State {
  /// Remembers an act that can be taken back.
  mutating func remember(_ act: DoneAct.ID) {
    undoable.removeAll { $0.until < now }
    undoable.append(UndoableAct(id: act, until: now + DoneAct.undoable))
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

  /// Says what is as it was; nil when it was too late.
  mutating func undone(_ act: DoneAct.ID, _ outcome: UndoOutcome?) -> [Effect] {
    isUndoing = false
    undoable.removeAll { $0.id == act }
    var effects: [Effect] = []
    if case .history? = overlay { effects.append(.loadHistory) }
    guard let outcome else {
      notice = Notice(text: Words.undoTooLate, ink: .warning)
      return effects
    }
    notice = Notice(text: Words.undone(outcome), ink: outcome.isNothing ? .warning : .good)
    effects += reload()
    if let detail { effects.append(.loadDetail(detail.subject)) }
    return effects
  }
}

extension UndoOutcome {
  /// Whether nothing of it could be as it was.
  var isNothing: Bool { sessions.value == 0 && users == 0 }
}
