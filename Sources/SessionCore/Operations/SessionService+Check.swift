extension SessionService {
  /// Who is asking: the live session that `token` proves, or nil.
  ///
  /// An unknown, ended, expired or altered session is simply not there; nothing is ever made from a cookie that was not
  /// given out here (OWASP ASVS 5.0, 7.2.1). A request is written down now and then, and its loss fails nobody.
  public func check(_ token: Token) throws -> Session? {
    let now = clock.now()
    guard let session = try store.session(id: token.id), session.isLive(at: now),
      session.seal.isGood(for: session.id, at: now, keys: keys)
    else { return nil }
    let proof = session.proof(by: token, keys: keys, at: now)
    guard proof.isProved else { return nil }
    if session.isTouchDue(at: now) || !proof.isCurrent { touch(session, token, isCurrent: proof.isCurrent, at: now) }
    return session
  }

  private func touch(_ session: Session, _ token: Token, isCurrent: Bool, at now: Timestamp) {
    // A full or locked database must not log a visitor out: their session is as it was, a minute older.
    _ = try? store.transaction(.normal) {
      // The key was rotated: the session goes over to the new one while the old one is still accepted.
      if !isCurrent { try store.setProof(proof(of: session, token), of: session) }
      let end = try store.policy().expiry(of: session, seenAt: now)
      try store.touch(session, at: now, expiresAt: end, seal: SessionSeal(session.id, until: end, key: key))
    }
  }

  private func proof(of session: Session, _ token: Token) -> Proof {
    Proof(
      token: token, userID: session.userID, createdAt: session.createdAt,
      absoluteExpiresAt: session.absoluteExpiresAt, kind: session.kind, key: key)
  }

  /// Logs out: the session that `token` proves ends. Does nothing when there is none (it may have expired meanwhile).
  ///
  /// - Returns: whether a session ended.
  @discardableResult
  public func logOut(_ token: Token) throws -> Bool {
    guard let session = try store.session(id: token.id),
      session.proof(by: token, keys: keys, at: clock.now()).isProved
    else { return false }
    return try store.transaction(.full) {
      let now = clock.now()
      let actor = session.actor(at: session.address)
      let ended = try store.endSessions(.one(token.id), Ending(at: now, how: .logout, by: actor.summary, reason: ""))
      guard !ended.isEmpty else { return false }
      try record(
        AuditRecord(
          at: now, actor: actor, action: .logout, user: session.userID, session: token.id,
          reason: session.kind == .simulated ? "simulated" : ""))
      return true
    }
  }
}
