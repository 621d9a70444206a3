import Screen
import SessionCore

/// What was done, the newest first: who, when, what, and whether it can be taken back.
public struct History: Equatable, Sendable {
  /// The acts; nil until they are read.
  public internal(set) var acts: [DoneAct]?
  var cursor = 0
  var top = 0

  /// The act under the cursor.
  public var current: DoneAct? { acts.flatMap { $0.indices.contains(cursor) ? $0[cursor] : nil } }

  /// Takes what was read; the cursor stays on its act.
  mutating func accept(_ acts: [DoneAct]) {
    let kept = current?.id
    self.acts = acts
    cursor = acts.firstIndex { $0.id == kept } ?? min(cursor, max(0, acts.count - 1))
  }

  mutating func move(by distance: Int, height: Int) {
    cursor = max(0, min((acts?.count ?? 1) - 1, cursor + distance))
    if cursor < top { top = cursor }
    if cursor >= top + max(1, height) { top = cursor - max(1, height) + 1 }
  }
}

extension State {
  /// Shows what was done.
  mutating func openHistory() -> [Effect] {
    overlay = .history(History(), over: overlay)
    return [.loadHistory]
  }

  /// What was done was read.
  mutating func historyLoaded(_ acts: [DoneAct]) {
    guard case .history(var history, let under)? = overlay else { return }
    history.accept(acts)
    history.move(by: 0, height: historyHeight)
    overlay = .history(history, over: under)
  }

  mutating func take(_ key: Key, _ history: inout History, over under: Overlay?) -> [Effect] {
    let height = historyHeight
    switch key {
    case .down, .character("j"): history.move(by: 1, height: height)
    case .up, .character("k"): history.move(by: -1, height: height)
    case .pageDown, .control("f"): history.move(by: height, height: height)
    case .pageUp, .control("b"): history.move(by: -height, height: height)
    case .home, .character("g"): history.move(by: -(history.acts?.count ?? 0), height: height)
    case .end, .character("G"): history.move(by: history.acts?.count ?? 0, height: height)
    case .escape, .character("q"), .backspace:
      overlay = under
      return []
    default:
      // What opens it closes it, and what takes back takes back, whichever keys those are.
      switch setting.keymap.action(of: key, in: view)?.id {
      case .history: overlay = under
      case .undo: return undo(history.current)
      default: break
      }
      return []
    }
    overlay = .history(history, over: under)
    return []
  }

  /// Takes the act back that the cursor is on, or says why that cannot be.
  private mutating func undo(_ act: DoneAct?) -> [Effect] {
    guard let act else { return [] }
    if let why = whyNotUndone(act) {
      notice = Notice(text: why, ink: .warning)
      return []
    }
    isUndoing = true
    return [.undo(act.id)]
  }

  /// Why an act cannot be taken back; nil when it can.
  func whyNotUndone(_ act: DoneAct) -> Phrase? {
    if setting.isReadOnly { return Words.readOnly }
    if isUndoing { return Words.undoing }
    if act.isSuperseded { return Words.supersededBefore }
    guard let until = act.undoableUntil else { return Words.undoneBefore(act.undoneBy) }
    return until < now ? Words.undoTooLate : nil
  }
}
