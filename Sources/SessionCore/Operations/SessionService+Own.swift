/// A user's own live sessions, as they are shown to their user.
public struct OwnSessions: Hashable, Sendable {
  /// The session that asks, then others, the last seen first; ``SessionService/detailRows`` at the most.
  public var sessions: [Session]
  /// How many live sessions the user has in all.
  public var count: CappedCount

  /// Makes a list from its parts.
  public init(sessions: [Session], count: CappedCount) {
    self.sessions = sessions
    self.count = count
  }
}

/// The login is too long ago for what was asked: its user has to show anew who they are (OWASP ASVS 5.0, 7.5.2).
public struct AuthenticationTooOld: Error, Hashable {
  /// Makes an error.
  public init() {}
}

extension SessionService {
  /// The live sessions of the user of `session`, that one first (OWASP ASVS 5.0, 7.5.2).
  public func ownSessions(of session: Session) throws -> OwnSessions {
    try store.snapshot {
      let now = clock.now()
      let others = try store.sample(
        .others(of: session.userID, than: session.id), limit: Self.detailRows - 1, at: now)
      return OwnSessions(
        sessions: [session] + others, count: try store.countSessions(.user(session.userID), at: now))
    }
  }

  /// Ends another session of the user whom `token` proves, as the user. Somebody else's session is not there.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - token: who asks.
  ///   - address: from where.
  /// - Returns: whether it ended now; false when it had before, or is no session of this user.
  /// - Throws: ``AuthenticationTooOld``.
  @discardableResult
  public func endOwn(_ id: SessionID, as token: Token, from address: IPAddress?) throws -> Bool {
    try endOwn(as: token, from: address) { mine in
      // A session never changes hands, and the transaction lets nobody come between.
      guard try store.session(id: id)?.userID == mine.userID else { return nil }
      return (.one(id), id, "")
    }.isEmpty == false
  }

  /// Ends all sessions of the user whom `token` proves, but that one, as the user (OWASP ASVS 5.0, 7.4.3 and 7.5.2).
  ///
  /// - Returns: which ended.
  /// - Throws: ``AuthenticationTooOld``.
  @discardableResult
  public func endOthers(than token: Token, from address: IPAddress? = nil) throws -> [SessionID] {
    try endOwn(as: token, from: address) { mine in
      (.others(of: mine.userID, than: mine.id), mine.id, "all but this one")
    }
  }

  /// Ends what `choose` names for the session that asks, with an audit record about the session it gives.
  private func endOwn(
    as token: Token, from address: IPAddress?,
    _ choose: (Session) throws -> (SessionSelection, about: SessionID, reason: String)?
  ) throws -> [SessionID] {
    try store.transaction(.full) {
      let now = clock.now()
      guard let mine = try provedSession(token, at: now), mine.isLive(at: now) else { return [] }
      guard mine.isRecent(at: now) else { throw AuthenticationTooOld() }
      guard let (selection, about, reason) = try choose(mine) else { return [] }
      let actor = mine.actor(at: address)
      let ended = try store.endSessions(selection, Ending(at: now, how: .owner, by: actor.summary, reason: ""))
      guard !ended.isEmpty else { return [] }
      try record(
        AuditRecord(
          at: now, actor: actor,
          action: .endSession, user: mine.userID, session: about,
          reason: reason.isEmpty ? "" : Self.counted(ended.count, reason)))
      return ended
    }
  }
}
