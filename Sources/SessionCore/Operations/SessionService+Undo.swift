/// What taking an act back did.
public struct Undone: Hashable, Sendable {
  /// The act.
  public var act: DoneAct
  /// How many sessions live again, or end again when they would have.
  public var sessions = 0
  /// How many users are as they were.
  public var users = 0
  /// How many counters of failed logins count again, of users and of networks.
  public var counters = 0
  /// How many sessions ended with it, of users who are locked again.
  public var ended = 0

  /// Makes an outcome from its parts.
  public init(act: DoneAct, sessions: Int = 0, users: Int = 0) {
    self.act = act
    self.sessions = sessions
    self.users = users
  }
}

/// Why an act cannot be taken back.
public enum RestoreError: Error, Hashable {
  /// There is no such act, or it was taken back.
  case unknown
  /// It is longer ago than 5 minutes.
  case tooLate
  /// Nothing of it can be as it was: what it changed was changed again since.
  case nothingLeft
}

extension SessionService {
  /// The acts that can still be taken back, the newest first.
  public func undoableActs(limit: Int = 10) throws -> [DoneAct] {
    try store.acts(since: clock.now() - DoneAct.undoable, limit: limit).filter { $0.undoableUntil != nil }
  }

  /// What was done, the newest first: as long as ended sessions are kept.
  public func history(limit: Int = 200) throws -> [DoneAct] { try store.acts(since: .distantPast, limit: limit) }

  /// Takes an act back within 5 minutes: what it changed is as it was, but for what was changed again since. In batches, so
  /// that no login waits long, each with its record in the audit log; the last notes that the act was taken back.
  ///
  /// Sessions live again with the limits that they had, but for those that are past them, and those whose user was locked,
  /// removed or given another password since.
  ///
  /// - Parameters:
  ///   - id: the act's.
  ///   - actor: who takes it back.
  ///   - each: is told after each batch the sessions whose rows were moved back.
  /// - Returns: what is as it was.
  /// - Throws: ``RestoreError``; ``StoreError``: what was taken back before stays so, and the act can be taken back further.
  public func undo(
    _ id: DoneAct.ID, by actor: Actor, each: ([SessionID]) -> Void = { _ in }
  ) throws -> Undone {
    var run = UndoRun(undone: Undone(act: try undoable(id)), actor: actor, pace: pace)
    try store.inBatches {
      while true {
        let before = run
        run = try store.transaction(.full) {
          var run = before
          run.pace.begin()
          return try takeBack(run)
        }
        let took = run.pace.end(amongOthers: store.isShared)
        if !run.batch.restored.isEmpty { each(run.batch.restored) }
        if run.isOver { return }
        try store.giveWay(after: took)
      }
    }
    return run.undone
  }

  /// Takes an end of sessions back, as ``undo(_:by:each:)`` does.
  ///
  /// - Returns: which live again. After a whole ``endEverybody(by:reason:)``, only those whose rows had been moved: the
  ///   others never went.
  /// - Throws: ``RestoreError``.
  @discardableResult
  public func restore(_ id: DoneAct.ID, by actor: Actor) throws -> [SessionID] {
    var all: [SessionID] = []
    _ = try undo(id, by: actor) { all += $0 }
    return all
  }

  private func undoable(_ id: DoneAct.ID) throws -> DoneAct {
    guard let act = try store.act(id), act.undoableUntil != nil else { throw RestoreError.unknown }
    guard clock.now() - act.at <= DoneAct.undoable else { throw RestoreError.tooLate }
    return act
  }

  /// One batch: users first, then sessions.
  private func takeBack(_ run: UndoRun) throws -> UndoRun {
    var run = run
    run.batch = UndoRun.Batch()
    if run.undone.act.kind == .extend {
      try shorten(&run)
    } else {
      if !run.hasUsers { try takeUsersBack(&run) }
      if run.hasUsers { try revive(&run) }
    }
    let (act, now) = (run.undone.act, clock.now())
    if run.isOver {
      guard run.hasChanged else { throw RestoreError.nothingLeft }
      try store.noteUndone(act.id, at: now, by: run.actor.summary)
    }
    guard run.batch.hasChanged else { return run }
    try record(
      AuditRecord(
        at: now, actor: run.actor, action: run.isOfSessions ? .restore : .undo, session: act.id, reason: run.auditText))
    return run
  }

  private func shorten(_ run: inout UndoRun) throws {
    let found = try store.restoreExtended(run.undone.act.id, limit: run.pace.rows, at: clock.now())
    run.batch.sessions = found.restored
    run.undone.sessions += found.restored
    run.isOver = found.seen < run.pace.rows
  }

  /// Lets sessions that the act ended live again. Limits that were made stricter since hold for them as well.
  private func revive(_ run: inout UndoRun) throws {
    let act = run.undone.act
    if try store.recall()?.act.id == act.id {
      try store.setRecall(nil)
      run.batch.isRecall = true
      run.isRecall = true
    }
    let restored = try store.restore(act.id, limit: run.pace.rows, at: clock.now())
    let policy = try store.policy()
    for id in restored {
      guard let session = try store.session(id: id) else { continue }
      let end = policy.expiry(of: session, seenAt: session.lastSeenAt)
      if end < session.expiresAt { try store.expire(id, at: end) }
    }
    run.batch.restored = restored
    run.batch.sessions = restored.count
    run.undone.sessions += restored.count
    run.isOver = restored.count < run.pace.rows
  }
}
