/// How far a walk along the audit log's chain has come, or what it found.
public enum AuditWalk: Hashable, Sendable {
  /// So many entries are right so far, of so many.
  case walking(done: Int, of: Int)
  /// It was stopped after so many entries, all of them right.
  case stopped(done: Int)
  /// All entries are right: how many, the newest of them, and when it was found.
  case whole(entries: Int, last: Int64, at: Timestamp)
  /// The first fault, and when it was found.
  case broken(AuditFault, at: Timestamp)
  /// The log could not be read.
  case failed(Phrase)
}

extension SessionService {
  /// Walks the audit log's chain from its first entry to its last, and says now and then how far it is.
  ///
  /// - Parameter report: is told how far the walk is, every thousand entries; false stops it.
  /// - Returns: what was found.
  /// - Throws: ``StoreError``.
  public func walkAudit(report: (AuditWalk) -> Bool) throws -> AuditWalk {
    let start = try store.auditEnd(.start)?.link.number ?? 0
    let all = Int(try store.lastAuditNumber() - start)
    var isStopped = false
    let found = try verifyAudit { done in
      isStopped = !report(.walking(done: done, of: max(done, all)))
      return !isStopped
    }
    if isStopped { return .stopped(done: found.entries) }
    let now = clock.now()
    return found.fault.map { .broken($0, at: now) } ?? .whole(entries: found.entries, last: found.last.number, at: now)
  }
}
