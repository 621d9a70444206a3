/// What an act on sessions would do, for showing before it is done.
public struct EndPreview: Hashable, Sendable {
  /// How many sessions would end.
  public var count: CappedCount
  /// Some of them, the last seen first.
  public var sample: [Session]
  /// The moment that was looked at.
  public var at: Timestamp

  /// Makes a preview from its parts.
  public init(count: CappedCount, sample: [Session], at: Timestamp) {
    self.count = count
    self.sample = sample
    self.at = at
  }
}

/// What an act ended, and by which id it is taken back.
public struct EndResult: Hashable, Sendable {
  /// The act; nil when nothing ended.
  public var act: EndAct.ID?
  /// The sessions that ended.
  public var ended: [SessionID]

  /// Makes a result from its parts.
  public init(act: EndAct.ID?, ended: [SessionID]) {
    self.act = act
    self.ended = ended
  }
}

extension SessionService {
  /// What ending `selection` would do: the same predicate as ``end(_:by:reason:)`` runs.
  public func previewEnd(_ selection: SessionSelection, sample: Int = 4) throws -> EndPreview {
    let now = clock.now()
    return EndPreview(
      count: try store.countSessions(selection, at: now), sample: try store.sample(selection, limit: sample, at: now),
      at: now)
  }

  /// Ends the live sessions of `selection`, as an administrator (OWASP ASVS 5.0, 7.4.5): in batches of 500, so that no
  /// login waits long, and all of them by one act.
  ///
  /// - Parameters:
  ///   - selection: which.
  ///   - actor: who ends them.
  ///   - reason: why.
  ///   - progress: is told after each batch how many have ended; false stops there.
  /// - Returns: which ended, none when they had ended already, and the act to take back.
  /// - Throws: ``StoreError``. What ended before stays ended, by the same act.
  @discardableResult
  public func end(
    _ selection: SessionSelection, by actor: Actor, reason: String, progress: (Int) -> Bool = { _ in true }
  ) throws -> EndResult {
    let start = clock.now()
    let act = EndAct(id: EndAct.ID(time: start, random: random), at: start, by: actor.summary, reason: reason)
    var all: [SessionID] = []
    while true {
      let batch = try store.transaction(.full) { try endBatch(selection, act, after: all.last, by: actor) }
      all += batch
      guard batch.count == Self.batch, progress(all.count) else { break }
    }
    return EndResult(act: all.isEmpty ? nil : act.id, ended: all)
  }

  private func endBatch(_ selection: SessionSelection, _ act: EndAct, after id: SessionID?, by actor: Actor) throws
    -> [SessionID]
  {
    let one: Session? = if case .one(let id) = selection { try store.session(id: id) } else { nil }
    // One moment for all batches: what is selected does not move while they run.
    let ending = Ending(at: act.at, how: .administrator, by: act.by, reason: act.reason, act: act.id)
    let ended = try store.endSessions(selection, ending, after: id, limit: Self.batch)
    guard !ended.isEmpty else { return [] }
    if id == nil { try store.addAct(act) }
    let user: User.ID? =
      switch selection {
      case .user(let id), .others(of: let id, than: _): id
      case .one, .matching: one?.userID
      }
    try record(
      AuditRecord(
        at: clock.now(), actor: actor, action: .endSession, user: user, session: one?.id ?? act.id,
        reason: one == nil ? Self.counted(ended.count, act.reason) : act.reason))
    return ended
  }

  /// Logs everybody out, in a time that does not depend on how many they are: sessions authenticated before now are
  /// refused from now on, and the sweep moves their rows.
  ///
  /// - Returns: the act to take back.
  @discardableResult
  public func endEverybody(by actor: Actor, reason: String) throws -> EndAct.ID {
    try store.transaction(.full) {
      let now = clock.now()
      let act = EndAct(id: EndAct.ID(time: now, random: random), at: now, by: actor.summary, reason: reason)
      let previous = Timestamp(milliseconds: try store.settings()[.notBefore] ?? 0)
      // One millisecond on: a session that was opened just now is refused as well, by a clock that was ahead too.
      let notBefore = max(previous, now) + Interval(milliseconds: 1)
      try store.setRecall(Recall(act: act, notBefore: notBefore, previous: previous))
      try record(AuditRecord(at: now, actor: actor, action: .endAll, session: act.id, reason: reason))
      return act.id
    }
  }

  /// Makes a session be over now, as if nobody had used it for too long: to show what its user then meets.
  ///
  /// - Returns: whether it was live.
  @discardableResult
  public func expire(_ id: SessionID, by actor: Actor, reason: String) throws -> Bool {
    try store.transaction(.full) {
      let now = clock.now()
      guard let session = try store.session(id: id), session.isLive(at: now) else { return false }
      try store.expire(id, at: now)
      try record(
        AuditRecord(at: now, actor: actor, action: .expire, user: session.userID, session: id, reason: reason))
      return true
    }
  }

  /// The acts that can still be taken back, the newest first.
  public func undoableActs(limit: Int = 10) throws -> [EndAct] {
    try store.acts(since: clock.now() - EndAct.undoable, limit: limit)
  }

  /// Takes an act back within 5 minutes: its sessions live again, with the limits that they had, but for those that are
  /// past them, and those whose user was locked, removed or given another password since.
  ///
  /// - Returns: which live again. After a whole ``endEverybody(by:reason:)``, only those whose rows had been moved: the
  ///   others never went.
  /// - Throws: ``RestoreError``.
  @discardableResult
  public func restore(_ id: EndAct.ID, by actor: Actor) throws -> [SessionID] {
    let start = clock.now()
    guard let act = try store.act(id) else { throw RestoreError.unknown }
    guard start - act.at <= EndAct.undoable else { throw RestoreError.tooLate }
    var all: [SessionID] = []
    while true {
      let batch = try store.transaction(.full) { try restoreBatch(act, isFirst: all.isEmpty, by: actor) }
      all += batch
      if batch.count < Self.batch { return all }
    }
  }

  private func restoreBatch(_ act: EndAct, isFirst: Bool, by actor: Actor) throws -> [SessionID] {
    let now = clock.now()
    let isRecall = try isFirst && store.recall()?.act.id == act.id
    if isRecall { try store.setRecall(nil) }
    let restored = try store.restore(act.id, limit: Self.batch, at: now)
    // Limits that were made stricter since hold for them as well.
    let policy = try store.policy()
    for id in restored {
      guard let session = try store.session(id: id) else { continue }
      let end = policy.expiry(of: session, seenAt: session.lastSeenAt)
      if end < session.expiresAt { try store.expire(id, at: end) }
    }
    guard isRecall || !isFirst || !restored.isEmpty else { throw RestoreError.nothingLeft }
    if restored.count < Self.batch { try store.removeAct(act.id) }
    guard isRecall || !restored.isEmpty else { return [] }
    try record(
      AuditRecord(
        at: now, actor: actor, action: .restore, session: act.id,
        reason: isRecall ? "everybody who was logged out" : Self.counted(restored.count, act.reason)))
    return restored
  }

  /// `37 sessions: suspicious addresses`.
  static func counted(_ count: Int, _ reason: String) -> String {
    "\(count) session\(count == 1 ? "" : "s")\(reason.isEmpty ? "" : ": \(reason)")"
  }
}

/// Why an act cannot be taken back.
public enum RestoreError: Error, Hashable {
  /// There is no such act.
  case unknown
  /// It is longer ago than 5 minutes.
  case tooLate
  /// None of its sessions can live again.
  case nothingLeft
}
