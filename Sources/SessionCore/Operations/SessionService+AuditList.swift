extension SessionService {
  /// The part of the audit log around a cursor.
  ///
  /// - Parameters:
  ///   - query: which entries, in which order.
  ///   - anchor: where, by an entry's number.
  ///   - cursor: the entry that the cursor is on.
  ///   - reach: rows to either side.
  /// - Returns: the rows, the counts that belong to them, and how the log's end stands.
  /// - Throws: ``StoreError``.
  public func auditWindow(_ query: AuditQuery, at anchor: WindowAnchor<Int64>, cursor: Int64?, reach: Int) throws
    -> AuditAnswer
  {
    try store.snapshot {
      let now = clock.now()
      var current: AuditListing?
      if anchor.position != nil, let cursor {
        current = try store.audit(
          AuditQuery(filter: query.filter.and(.number(cursor))), from: nil, .after, limit: 1, at: now
        ).first
      }
      let window = try Window.load(anchor, reach: reach, current: current) { number, direction, limit in
        try store.audit(query, from: number, direction, limit: limit, at: now)
      }
      return AuditAnswer(
        list: ListAnswer(
          window: window, matching: try store.countAudit(query.filter, at: now), totals: try totals(at: now), at: now),
        end: try auditEndState())
    }
  }

  /// How the end of the audit log stands: two rows say it, however long the log is.
  func auditEndState() throws -> AuditEndState {
    guard let head = try store.auditEnd(.head), head.isSealed(by: keys) else { return .unsealed }
    let last = try store.lastAuditLink() ?? .none
    return head.link == last ? .sealed(last.number) : .moved(last.number)
  }
}
