import SessionCore

/// What the audit view knows.
public struct AuditState: Equatable, Sendable {
  /// The entries.
  public internal(set) var list = ListState<AuditListing>()
  /// How the log's end stands; nil until the first answer.
  public internal(set) var end: AuditEndState?
  /// How far a walk along the chain is, or what the last one found; nil before the first.
  public internal(set) var walk: AuditWalk?
}

extension AuditListing: ListRow {
  /// The entry's number.
  public var rowID: Int64 { entry.number }
}

extension State {
  mutating func reloadAudit() -> [Effect] {
    guard !audit.list.isLoading else {
      audit.list.isStale = true
      return []
    }
    let (anchor, row) = audit.list.anchor(\.rowID)
    let serial = audit.list.ask(aroundCursor: true)
    return [.loadAudit(auditQuery, anchor, cursor: row?.rowID, reach: reach, serial: serial)]
  }

  mutating func jumpAudit(toEnd: Bool) -> [Effect] {
    let serial = audit.list.ask(aroundCursor: false)
    return [.loadAudit(auditQuery, toEnd ? .end : .start, cursor: nil, reach: reach, serial: serial)]
  }

  /// Takes an answer for the audit log in; one to an older request is dropped.
  mutating func accept(_ answer: AuditAnswer, serial: Int) -> [Effect] {
    guard serial == audit.list.serial else { return [] }
    answered(at: answer.list.at)
    totals = answer.list.totals
    (audit.list.count, audit.list.readAt) = (answer.list.matching, answer.list.at)
    audit.end = answer.end
    if audit.list.accept(answer.list.window, height: listHeight) != nil, notice == nil, view == .audit {
      notice = Notice(text: Words.auditGone, ink: .warning)
    }
    return audit.list.isStale ? reloadAudit() : []
  }
}
