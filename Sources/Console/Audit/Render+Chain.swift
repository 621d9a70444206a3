import Screen
import SessionCore

extension State {
  /// Lines over the audit log: how its chain stands.
  var chainLines: Int { view == .audit && audit.list.isLoaded ? 1 : 0 }

  /// How the chain stands: what is known of its end, and what walking it has found.
  func drawChain(_ frame: inout Frame, _ rows: Range<Int>) {
    guard let row = rows.first, let (phrase, ink) = chainTold else { return }
    let start = frame.put(say(Words.chain) + "  ", row: row, column: 3, Style(.dim))
    let (text, space) = (say(phrase), size.columns - start - 1)
    let end = frame.put(
      SafeText.width(text) > space ? SafeText.fit(text, space) : text, row: row, column: start,
      Style(ink, bold: ink == .danger))
    guard case .walking(let done, let all)? = audit.walk else { return }
    // As long as the line has room, so that it is seen to move.
    let room = min(40, size.columns - end - 3)
    frame.put(Bars.lying(done, of: all, width: room), row: row, column: end + 2, Style(.link))
  }

  /// What to say of the chain, and how gravely: the worst that is known first.
  private var chainTold: (Phrase, Ink)? {
    guard let end = audit.end else { return nil }
    switch audit.walk {
    case .broken(let fault, let at)?: return (Words.chainBroken(fault.phrase, at.timeOfDay), .danger)
    case .walking(let done, let all)?: return (Words.chainWalking(done, all), .text)
    case .failed(let phrase)?: return (phrase, .danger)
    case .whole(let entries, let last, let at)?:
      guard case .sealed(let number) = end else { break }
      return (Words.chainWhole(entries, newer: number - last, at.timeOfDay), .good)
    case .stopped(let done)?:
      guard case .sealed = end else { break }
      return (Words.chainStopped(done), .text)
    case nil: break
    }
    return end.told
  }

  /// Begins to walk the chain, or stops.
  mutating func turnWalk() -> [Effect] {
    if case .walking? = audit.walk { return [.stopVerifying] }
    audit.walk = .walking(done: 0, of: max(1, Int(audit.list.matching.value)))
    return [.verifyAudit]
  }
}

extension AuditEndState {
  /// What to say of it, and how gravely.
  fileprivate var told: (Phrase, Ink) {
    switch self {
    case .sealed(let number): (Words.chainSealed(number), .text)
    case .moved(let number): (Words.chainMoved(number), .danger)
    case .unsealed: (Words.chainUnsealed, .danger)
    }
  }
}
