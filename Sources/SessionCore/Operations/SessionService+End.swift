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

extension SessionService {
  /// What ending `selection` would do: the same predicate as ``end(_:by:reason:)`` runs.
  public func previewEnd(_ selection: SessionSelection, sample: Int = 4) throws -> EndPreview {
    let now = clock.now()
    return EndPreview(
      count: try store.countSessions(selection, at: now), sample: try store.sample(selection, limit: sample, at: now),
      at: now)
  }

  /// Ends the live sessions of `selection`, as an administrator.
  ///
  /// - Returns: which ended; none when they had ended already.
  @discardableResult
  public func end(_ selection: SessionSelection, by actor: Actor, reason: String) throws -> [SessionID] {
    try store.transaction(.full) {
      let now = clock.now()
      let one: Session? = if case .one(let id) = selection { try store.session(id: id) } else { nil }
      let ended = try store.endSessions(
        selection, Ending(at: now, how: .administrator, by: actor.summary, reason: reason))
      guard !ended.isEmpty else { return [] }
      let user: User.ID? = if case .user(let id) = selection { id } else { one?.userID }
      try store.append(
        AuditRecord(
          at: now, actor: actor, action: .endSession, user: user, session: one?.id,
          reason: ended.count == 1 ? reason : "\(ended.count) sessions\(reason.isEmpty ? "" : ": \(reason)")"))
      return ended
    }
  }

  /// Moves sessions that are past a limit away, 500 in a transaction, so that a login never waits long.
  ///
  /// - Parameters:
  ///   - actor: who sweeps.
  ///   - budget: how long to go on at most.
  /// - Returns: how many were moved, and whether none is left.
  /// - Throws: ``StoreError``. What was moved before stays moved.
  public func sweep(by actor: Actor, budget: Interval = .seconds(10)) throws -> (moved: Int, isDone: Bool) {
    let batch = 500
    let start = clock.now()
    var moved = 0
    while true {
      let now = clock.now()
      let count = try store.transaction(.full) {
        let count = try store.sweep(limit: batch, at: now)
        if count > 0 {
          try store.append(AuditRecord(at: now, actor: actor, action: .sweep, reason: "\(count) sessions"))
        }
        return count
      }
      moved += count
      if count < batch { return (moved, true) }
      if clock.now() - start >= budget { return (moved, false) }
    }
  }

  /// Sets the limits of sessions, which hold at once for those that are open already (OWASP ASVS 5.0, 8.3.2).
  public func setPolicy(_ policy: SessionPolicy, by actor: Actor) throws {
    try store.transaction(.full) {
      try store.setPolicy(policy)
      try store.append(
        AuditRecord(
          at: clock.now(), actor: actor, action: .setPolicy,
          reason: "idle \(policy.idle.coarse), absolute \(policy.absolute.coarse)"))
    }
  }
}
