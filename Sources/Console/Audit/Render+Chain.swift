import Screen
import SessionCore

extension State {
  /// Lines over the audit log: how its chain stands.
  var chainLines: Int { view == .audit && audit.list.isLoaded ? (size.rows < 16 ? 1 : 2) : 0 }

  /// How the chain stands: what is known of its end, and what walking it has found.
  func drawChain(_ frame: inout Frame, _ rows: Range<Int>) {
    guard let row = rows.first, let end = audit.end else { return }
    let start = frame.put(say(Words.chain) + "  ", row: row, column: 3, Style(.dim))
    let (phrase, ink) = end.told
    frame.put(SafeText.fit(say(phrase), size.columns - start - 1), row: row, column: start, Style(ink))
    if rows.count > 1 { drawRule(&frame, row: row + 1) }
  }
}

extension AuditEndState {
  /// What to say of it, and how gravely.
  var told: (Phrase, Ink) {
    switch self {
    case .sealed(let number): (Words.chainSealed(number), .text)
    case .moved(let number): (Words.chainMoved(number), .danger)
    case .unsealed: (Words.chainUnsealed, .danger)
    }
  }
}
