/// How far a sweep has come.
public struct SweepReport: Hashable, Sendable {
  /// Sessions that were moved to the ended ones.
  public var moved = 0
  /// Rows of what is over that were forgotten: ended sessions, attempts, counters, log entries.
  public var pruned = 0
  /// Whether nothing was left to do.
  public var isDone = false
  /// Who else is sweeping; nil when this sweep could work.
  public var busy: String?
}

extension SessionService {
  /// How long a lease holds without being renewed: a sweeper that was killed is waited for no longer.
  private static var leaseLength: Interval { .seconds(30) }

  /// Moves sessions that are past a limit away, and forgets what was kept long enough: in batches of some milliseconds,
  /// so that a login never waits long, and by one sweeper at a time.
  ///
  /// A batch need not outlive a power cut: what is past its limit is refused wherever its row is. All of them are on disk
  /// when the sweep is over.
  ///
  /// - Parameters:
  ///   - actor: who sweeps.
  ///   - budget: how long to go on at most.
  ///   - progress: is told what was done so far after each batch; false stops.
  /// - Returns: what was done.
  /// - Throws: ``StoreError``. What was done before stays done.
  public func sweep(
    by actor: Actor, budget: Interval = .seconds(10), progress: (SweepReport) -> Bool = { _ in true }
  ) throws -> SweepReport {
    try store.inBatches { try sweepInBatches(by: actor, budget: budget, progress: progress) }
  }

  private func sweepInBatches(by actor: Actor, budget: Interval, progress: (SweepReport) -> Bool) throws -> SweepReport
  {
    var report = SweepReport()
    var pace = self.pace
    // Two sweepers of one operator are two holders.
    let holder = "\(actor.summary) \(DoneAct.ID(time: clock.now(), random: random).short)"
    let start = clock.now()
    var hasLease = false
    defer { if hasLease { _ = try? store.transaction(.normal) { try store.giveLease("sweep", of: holder) } } }
    var agent: Int64 = 0
    for step in SweepStep.allCases {
      while true {
        let (now, first) = (clock.now(), agent)
        let work = try transactionUnlessIdle { () throws -> SweepWork? in
          pace.begin()
          let current = try store.takeLease("sweep", for: holder, until: now + Self.leaseLength, at: now)
          guard current == holder else {
            report.busy = current
            return nil
          }
          if step == .agents {
            let (removed, last) = try store.pruneUserAgents(after: first, limit: 10 * pace.rows)
            agent = last ?? first
            return SweepWork(rows: removed, isOver: last == nil)
          }
          let rows = try run(step, limit: pace.rows, by: actor, at: now)
          return SweepWork(rows: rows, isOver: rows < pace.rows)
        }
        guard let work else { return report }
        let took = pace.end(amongOthers: store.isShared)
        hasLease = hasLease || work.rows > 0
        if step.movesSessions { report.moved += work.rows } else { report.pruned += work.rows }
        guard progress(report) else { return report }
        if work.isOver { break }
        if clock.now() - start >= budget { return report }
        try store.giveWay(after: took)
      }
    }
    report.isDone = true
    return report
  }

  /// Does a piece of work in a transaction, and takes it back where it was none, the lease included: whoever watches the
  /// database is not told of a change that changes nothing.
  private func transactionUnlessIdle(_ body: () throws -> SweepWork?) throws -> SweepWork? {
    do {
      return try store.transaction(.normal) {
        let work = try body()
        guard let work, work.rows > 0 else { throw NothingDone(work: work) }
        return work
      }
    } catch let nothing as NothingDone { return nothing.work }
  }

  private func run(_ step: SweepStep, limit: Int, by actor: Actor, at now: Timestamp) throws -> Int {
    let retention = Retention(try store.settings())
    switch step {
    case .expired:
      let count = try store.sweepExpired(limit: limit, under: store.policy(), at: now)
      try noteSweep(count, by: actor, at: now)
      return count
    case .recalled:
      guard let recall = try store.recall() else { return 0 }
      let count = try store.sweepRecalled(recall, limit: limit)
      try noteSweep(count, by: actor, at: now)
      return count
    case .unproved:
      // The grace of a key is over: who has not come by since it was replaced holds a secret that proves nothing.
      let settings = try store.settings()
      guard let rotated = settings[.keyRotatedAt], let end = settings[.graceEndsAt], end <= now.milliseconds else {
        return 0
      }
      let count = try store.sweepUnproved(before: Timestamp(milliseconds: rotated), limit: limit, at: now)
      try noteSweep(count, by: actor, at: now)
      return count
    case .remains:
      let undo = try store.pruneUndo(before: now - DoneAct.undoable, limit: limit)
      return try undo + store.pruneRemains(endedBefore: now - DoneAct.undoable, limit: limit)
    case .ended: return try store.pruneEnded(before: now - retention.ended, limit: limit)
    case .attempts: return try store.pruneAttempts(before: now - retention.attempts, limit: limit, at: now)
    case .audit:
      return try retention.audit.map { try pruneAuditBatch(before: now - $0, limit: limit, by: actor) } ?? 0
    case .agents: return 0
    }
  }

  private func noteSweep(_ count: Int, by actor: Actor, at now: Timestamp) throws {
    guard count > 0 else { return }
    try record(AuditRecord(at: now, actor: actor, action: .sweep, reason: Self.counted(count, "")))
  }

  /// Sets how long what is over is kept.
  public func setRetention(_ retention: Retention, by actor: Actor) throws {
    try store.transaction(.full) {
      try store.set(retention.settings)
      try record(
        AuditRecord(
          at: clock.now(), actor: actor, action: .setPolicy,
          reason: """
            keep ended sessions \(retention.ended.coarse), attempts \(retention.attempts.coarse), \
            audit log \(retention.audit?.coarse ?? "for ever")
            """))
    }
  }
}

/// What came of one batch of a sweep's step.
private struct SweepWork {
  let rows: Int
  let isOver: Bool
}

private struct NothingDone: Error { let work: SweepWork? }

/// What a sweep does, in its order: first what other programs see.
private enum SweepStep: CaseIterable {
  case expired, recalled, unproved, ended, attempts, remains, audit, agents

  var movesSessions: Bool { self == .expired || self == .recalled || self == .unproved }
}
