extension SessionService {
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
