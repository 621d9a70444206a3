extension SessionService {
  /// Appends to the audit log, in the transaction of what it tells of, and notes where the log ends now.
  ///
  /// A log that was tampered with is not made good by the next entry: its end is noted anew only if it was where the last
  /// note said.
  func record(_ record: AuditRecord) throws {
    // A program that read the key before it was replaced must not seal with it.
    try requireKey()
    let head = try store.auditEnd(.head)
    let last = try store.lastAuditLink()
    let isWhole = head.map { $0.isSealed(by: keys) && $0.link == last ?? .none } ?? false
    let link = try store.append(record)
    if isWhole { try store.setAuditEnd(AuditEnd(.head, link, key: key)) }
  }

  /// Notes where the log ends for the first time: a log without that note is one that somebody has cut.
  func sealAudit() throws {
    guard try store.auditEnd(.head) == nil else { return }
    try store.setAuditEnd(AuditEnd(.head, try store.lastAuditLink() ?? .none, key: key))
  }

  /// Walks the audit log from its first entry to its last.
  ///
  /// - Parameter progress: is told how many entries were looked at, now and then; false stops.
  /// - Returns: how many entries are right, the newest of them, and the first fault; nil for none.
  /// - Throws: ``StoreError``.
  public func verifyAudit(progress: (Int) -> Bool = { _ in true }) throws -> (
    entries: Int, last: AuditLink, fault: AuditFault?
  ) {
    // One moment: what is appended meanwhile is not looked at, and not missed.
    try store.snapshot {
      var last = AuditLink.none
      let start = try store.auditEnd(.start)
      if let start {
        last = start.link
        guard start.isSealed(by: keys) else { return (0, last, AuditFault(number: last.number, kind: .unsealed)) }
      }
      var count = 0
      while true {
        let rows = try store.links(after: count == 0 ? Int64.min : last.number, limit: 1000)
        for row in rows {
          if let fault = fault(of: row, after: last, isFirst: count == 0 && start == nil) {
            return (count, last, fault)
          }
          last = row.link
          count += 1
        }
        if rows.isEmpty { return (count, last, try faultAtEnd(last)) }
        guard progress(count) else { return (count, last, nil) }
      }
    }
  }

  private func fault(of row: AuditRow, after last: AuditLink, isFirst: Bool) -> AuditFault? {
    guard row.previous == last.hash, isFirst || row.link.number == last.number + 1 else {
      // Without a note of what was pruned the log begins with its first entry ever.
      return AuditFault(number: row.link.number, kind: isFirst ? .cut : .unlinked)
    }
    guard let record = row.record, record.hash(after: row.previous) == row.link.hash else {
      return AuditFault(number: row.link.number, kind: .changed)
    }
    return nil
  }

  private func faultAtEnd(_ last: AuditLink) throws -> AuditFault? {
    guard let head = try store.auditEnd(.head) else {
      return AuditFault(number: last.number, kind: .unsealed)
    }
    guard head.isSealed(by: keys) else { return AuditFault(number: head.link.number, kind: .unsealed) }
    return head.link == last ? nil : AuditFault(number: last.number, kind: .cut)
  }

  /// Removes the entries from before `time`, in batches, oldest first. The chain holds: it is noted, under the key, where
  /// the log begins now.
  ///
  /// - Returns: how many were removed.
  @discardableResult
  public func pruneAudit(before time: Timestamp, by actor: Actor) throws -> Int {
    var (removed, pace) = (0, self.pace)
    return try store.inBatches {
      while true {
        let limit = pace.rows
        let count = try pruneAuditBatch(before: time, limit: limit, by: actor) { pace.begin() }
        let took = pace.end(amongOthers: store.isShared)
        removed += count
        if count < limit { return removed }
        try store.giveWay(after: took)
      }
    }
  }

  func pruneAuditBatch(before time: Timestamp, limit: Int, by actor: Actor, began: () -> Void = {}) throws -> Int {
    try store.transaction(.full) {
      began()
      // What was tampered with is not signed away: it stays, for somebody to look at.
      let start = try store.auditEnd(.start)
      guard start?.isSealed(by: keys) ?? true else { return 0 }
      var last = start?.link ?? .none
      let rows = try store.links(after: Int64.min, limit: limit).prefix { row in
        guard let at = row.record?.at, at < time, fault(of: row, after: last, isFirst: last == .none) == nil else {
          return false
        }
        last = row.link
        return true
      }
      // The newest of the batch, so that the note is true after every one of them.
      guard let newest = rows.last else { return 0 }
      try store.setAuditEnd(AuditEnd(.start, newest.link, key: key))
      let count = try store.pruneAudit(upTo: newest.link.number, limit: rows.count)
      try record(
        AuditRecord(
          at: clock.now(), actor: actor, action: .pruneAudit, reason: "\(count) entries up to #\(newest.link.number)"))
      return count
    }
  }
}
