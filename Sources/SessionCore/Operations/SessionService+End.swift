/// What an act ended, and by which id it is taken back.
public struct EndResult: Hashable, Sendable {
  /// The act; nil when nothing ended.
  public var act: DoneAct.ID?
  /// The sessions that ended.
  public var ended: [SessionID]

  /// Makes a result from its parts.
  public init(act: DoneAct.ID?, ended: [SessionID]) {
    self.act = act
    self.ended = ended
  }
}

extension SessionService {
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
    let act = newAct(.end, at: start, by: actor, reason: reason)
    var all: [SessionID] = []
    try eachBatch(of: selection, at: start) { batch in
      let ended = try store.transaction(.full) { try endBatch(batch, act, after: all.last, by: actor) }
      all += ended
      return ended.count
    } goesOn: {
      progress(all.count)
    }
    return EndResult(act: all.isEmpty ? nil : act.id, ended: all)
  }

  private func endBatch(_ selection: SessionSelection, _ act: DoneAct, after id: SessionID?, by actor: Actor) throws
    -> [SessionID]
  {
    let one: Session? = if case .one(let id) = selection { try store.session(id: id) } else { nil }
    // One moment for all batches: what is selected does not move while they run.
    let ending = Ending(at: act.at, how: .administrator, by: act.by, reason: act.reason, act: act.id)
    let ended = try store.endSessions(selection, ending, after: id, limit: Self.batch)
    guard !ended.isEmpty else { return [] }
    if id == nil { try store.addAct(act) }
    try store.countAct(act.id, ended.count)
    let user: User.ID? =
      switch selection {
      case .user(let id), .others(of: let id, than: _): id
      case .one, .matching, .matchingAsOf, .among: one?.userID
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
  public func endEverybody(by actor: Actor, reason: String) throws -> DoneAct.ID {
    try store.transaction(.full) {
      let now = clock.now()
      let act = newAct(.endEverybody, at: now, by: actor, reason: reason)
      let previous = Timestamp(milliseconds: try store.settings()[.notBefore] ?? 0)
      // One millisecond on: a session that was opened just now is refused as well, by a clock that was ahead too.
      let notBefore = max(previous, now) + Interval(milliseconds: 1)
      try store.setRecall(Recall(act: act, notBefore: notBefore, previous: previous))
      try record(AuditRecord(at: now, actor: actor, action: .endAll, session: act.id, reason: reason))
      return act.id
    }
  }

  /// Lets sessions be over now, as if nobody had used them for too long: to show what their users then meet.
  ///
  /// - Returns: whether it was live.
  @discardableResult
  public func expire(_ id: SessionID, by actor: Actor, reason: String) throws -> Bool {
    guard let session = try store.session(id: id) else { return false }
    let look = SessionLook(session, at: clock.now())
    return try perform(.expire, on: .listed([look]), by: actor, reason: reason).count > 0
  }

  /// `37 sessions: suspicious addresses`.
  static func counted(_ count: Int, _ reason: String) -> String {
    "\(count) session\(count == 1 ? "" : "s")\(reason.isEmpty ? "" : ": \(reason)")"
  }
}
