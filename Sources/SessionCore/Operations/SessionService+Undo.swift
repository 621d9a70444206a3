/// What taking an act back did.
public struct Undone: Hashable, Sendable {
  /// The act.
  public var act: DoneAct
  /// How many sessions live again, or end again when they would have.
  public var sessions = 0
  /// How many users are as they were.
  public var users = 0

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
  /// The acts on sessions that can still be taken back, the newest first.
  public func undoableActs(limit: Int = 10) throws -> [DoneAct] {
    try store.acts(since: clock.now() - DoneAct.undoable, limit: limit).filter {
      $0.undoneAt == nil && [.end, .expire, .extend, .endEverybody].contains($0.kind)
    }
  }

  /// What was done, the newest first: as long as ended sessions are kept.
  public func history(limit: Int = 200) throws -> [DoneAct] { try store.acts(since: .distantPast, limit: limit) }

  /// Takes an act back within 5 minutes: what it changed is as it was, but for what was changed again since.
  ///
  /// Sessions live again with the limits that they had, but for those that are past them, and those whose user was locked,
  /// removed or given another password since.
  ///
  /// - Parameters:
  ///   - id: the act's.
  ///   - actor: who takes it back.
  ///   - each: is told the sessions whose rows were moved back.
  /// - Returns: what is as it was.
  /// - Throws: ``RestoreError``.
  public func undo(
    _ id: DoneAct.ID, by actor: Actor, each: ([SessionID]) -> Void = { _ in }
  ) throws -> Undone {
    let act = try undoable(id)
    var undone = Undone(act: act)
    switch act.kind {
    case .end, .expire, .endEverybody:
      let restored = try restore(id, by: actor)
      undone.sessions = restored.count
      each(restored)
    case .extend:
      while true {
        let batch = try store.transaction(.full) { try store.restoreExtended(id, limit: Self.batch) }
        undone.sessions += batch.restored
        if batch.seen < Self.batch { break }
      }
      try noteUndone(&undone, by: actor)
    case .lock, .unlock, .forgive, .giveCode, .addUser, .remove:
      try store.transaction(.full) {
        undone.users = try takeBack(act)
        let restored = undone.users > 0 ? try revive(act, limit: .max) : []
        undone.sessions = restored.count
        try noteUndone(&undone, by: actor)
        each(restored)
      }
    }
    return undone
  }

  private func undoable(_ id: DoneAct.ID) throws -> DoneAct {
    guard let act = try store.act(id), act.undoneAt == nil else { throw RestoreError.unknown }
    guard clock.now() - act.at <= DoneAct.undoable else { throw RestoreError.tooLate }
    return act
  }

  private func noteUndone(_ undone: inout Undone, by actor: Actor) throws {
    guard undone.users > 0 || undone.sessions > 0 else { throw RestoreError.nothingLeft }
    let (act, now) = (undone.act, clock.now())
    try store.transaction(.full) {
      try store.noteUndone(act.id, at: now, by: actor.summary)
      try record(
        AuditRecord(
          at: now, actor: actor, action: .undo, session: act.id,
          reason: [act.kind.auditText, act.subject, act.reason].filter { !$0.isEmpty }.joined(separator: ": ")))
    }
  }

  /// Brings users back to what they were, and returns how many.
  private func takeBack(_ act: DoneAct) throws -> Int {
    switch act.kind {
    case .forgive: return try store.restoreForgiven(act.id)
    case .remove:
      guard try store.restoreRemoved(act.id) != nil else { return 0 }
      _ = try store.restoreForgiven(act.id)
      return 1
    case .end, .expire, .endEverybody, .extend: return 0
    case .lock: return try store.restoreChanged(act.id).count
    case .unlock:
      let users = try store.restoreChanged(act.id)
      // Who logged in meanwhile is locked out again (OWASP ASVS 5.0, 7.4.2).
      let ending = Ending(at: clock.now(), how: .locked, by: act.by, reason: act.reason)
      for user in users { _ = try store.endSessions(.user(user), ending) }
      return users.count
    case .giveCode:
      // One that was given out since stays.
      let users = try store.restoreChanged(act.id).filter { try store.activation(of: $0)?.createdAt == act.at }
      for user in users { try store.setActivation(nil, of: user) }
      return users.count
    case .addUser:
      // Somebody who chose a password is a user like others.
      let users = try store.restoreChanged(act.id).filter { user in
        try store.credential(of: user) == nil && store.user(id: user)?.lastLoginAt == nil
      }
      for user in users { try store.removeUser(user) }
      return users.count
    }
  }

  /// Takes an end of sessions back within 5 minutes: they live again, with the limits that they had, but for those that
  /// are past them, and those whose user was locked, removed or given another password since.
  ///
  /// - Returns: which live again. After a whole ``endEverybody(by:reason:)``, only those whose rows had been moved: the
  ///   others never went.
  /// - Throws: ``RestoreError``.
  @discardableResult
  public func restore(_ id: DoneAct.ID, by actor: Actor) throws -> [SessionID] {
    let act = try undoable(id)
    var all: [SessionID] = []
    while true {
      let batch = try store.transaction(.full) { try restoreBatch(act, isFirst: all.isEmpty, by: actor) }
      all += batch
      if batch.count < Self.batch { return all }
    }
  }

  private func restoreBatch(_ act: DoneAct, isFirst: Bool, by actor: Actor) throws -> [SessionID] {
    let now = clock.now()
    let isRecall = try isFirst && store.recall()?.act.id == act.id
    if isRecall { try store.setRecall(nil) }
    let restored = try revive(act, limit: Self.batch)
    guard isRecall || !isFirst || !restored.isEmpty else { throw RestoreError.nothingLeft }
    if restored.count < Self.batch { try store.noteUndone(act.id, at: now, by: actor.summary) }
    guard isRecall || !restored.isEmpty else { return [] }
    try record(
      AuditRecord(
        at: now, actor: actor, action: .restore, session: act.id,
        reason: isRecall ? "everybody who was logged out" : Self.counted(restored.count, act.reason)))
    return restored
  }

  /// Lets sessions that an act ended live again. Limits that were made stricter since hold for them as well.
  private func revive(_ act: DoneAct, limit: Int) throws -> [SessionID] {
    let restored = try store.restore(act.id, limit: limit, at: clock.now())
    let policy = try store.policy()
    for id in restored {
      guard let session = try store.session(id: id) else { continue }
      let end = policy.expiry(of: session, seenAt: session.lastSeenAt)
      if end < session.expiresAt { try store.expire(id, at: end) }
    }
    return restored
  }
}

extension DoneAct.Kind {
  /// What was done, as the audit log says it.
  var auditText: String {
    switch self {
    case .end: AuditRecord.Action.endSession.rawValue
    case .expire: AuditRecord.Action.expire.rawValue
    case .extend: AuditRecord.Action.extend.rawValue
    case .lock: AuditRecord.Action.lockUser.rawValue
    case .unlock: AuditRecord.Action.unlockUser.rawValue
    case .forgive: AuditRecord.Action.forgive.rawValue
    case .giveCode: AuditRecord.Action.giveCode.rawValue
    case .addUser: AuditRecord.Action.addUser.rawValue
    case .remove: AuditRecord.Action.removeUser.rawValue
    case .endEverybody: AuditRecord.Action.endAll.rawValue
    }
  }
}
