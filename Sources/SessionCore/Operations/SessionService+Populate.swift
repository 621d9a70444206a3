/// Made-up users and sessions, in batches: each is one transaction with one audit record. They may be lost in a power
/// cut; nobody misses them.
extension SessionService {
  /// One credential for many made-up users: hashing a password for each would take hours, and is not what is shown.
  ///
  /// - Parameter password: what logs them in; nil for a hash of random bytes, so that nothing does.
  /// - Returns: the credential.
  /// - Throws: ``PasswordError`` for a password that may not be chosen, ``HashingError``, ``HashGateError``.
  public func inventedCredential(_ password: Password?) throws -> Credential {
    try password?.checkChoice(blocklist: blocklist)
    let password = try password ?? Password(Base64URL.encode(random.bytes(32)))
    return try inTurn { try hasher.credential(for: password, changedAt: clock.now(), source: .administrator) }
  }

  /// Adds made-up users, all with one credential.
  ///
  /// - Returns: their ids, in the same order.
  /// - Throws: ``StoreError`` of kind `duplicate` when a login is taken; none is added then.
  public func populate(users: [InventedUser], _ credential: Credential, by actor: Actor) throws -> [User.ID] {
    try populate(users, "users", by: actor) { user in
      let id = try store.addUser(login: user.login, createdAt: user.createdAt)
      try store.setCredential(credential, of: id)
      if let time = user.lastLoginAt { try store.noteLogin(of: id, at: time, from: user.lastLoginFrom) }
      return id
    }
  }

  /// Adds made-up sessions with the limits of `policy`. Their proofs are like any other's.
  ///
  /// - Returns: their tokens, in the same order.
  /// - Throws: ``KeyFileError`` when the key is not this database's; ``StoreError``.
  public func populate(sessions: [InventedSession], under policy: SessionPolicy, by actor: Actor) throws -> [Token] {
    try requireKey()
    return try populate(sessions, "sessions", by: actor) { invented in
      let (token, session) = self.session(invented, under: policy, by: actor)
      try store.addSession(session)
      if let ending = invented.ending { _ = try store.endSessions(.one(session.id), ending) }
      return token
    }
  }

  /// Adds made-up attempts to log in.
  public func populate(attempts: [Attempt], by actor: Actor) throws {
    _ = try populate(attempts, "attempts", by: actor) { try store.addAttempt($0) }
  }

  /// Locks made-up users, who have no live session.
  public func populate(locked users: [User.ID], by actor: Actor) throws {
    _ = try populate(users, "locked users", by: actor) { try store.setState(.locked, of: $0) }
  }

  private func populate<Row, Result>(
    _ rows: [Row], _ name: String, by actor: Actor, _ add: (Row) throws -> Result
  ) throws -> [Result] {
    guard !rows.isEmpty else { return [] }
    return try store.transaction(.normal) {
      let results = try rows.map(add)
      try record(
        AuditRecord(at: clock.now(), actor: actor, action: .populate, reason: "\(rows.count) invented \(name)"))
      return results
    }
  }

  private func session(_ invented: InventedSession, under policy: SessionPolicy, by actor: Actor) -> (Token, Session) {
    let limits = policy[invented.kind]
    let token = Token(time: invented.createdAt, random: random)
    let absolute = invented.createdAt + limits.absolute
    let proof = Proof(
      token: token, userID: invented.user, createdAt: invented.createdAt, absoluteExpiresAt: absolute,
      kind: invented.kind, key: key)
    let end = min(absolute, invented.lastSeenAt + limits.idle)
    let session = Session(
      id: token.id, userID: invented.user,
      owner: Session.Owner(login: "", state: .active, notBefore: .distantPast), proof: proof,
      createdAt: invented.createdAt, authenticatedAt: invented.createdAt, lastSeenAt: invented.lastSeenAt,
      absoluteExpiresAt: absolute, expiresAt: end, kind: invented.kind,
      address: invented.address, userAgent: UserAgent.kept(invented.userAgent),
      createdBy: invented.kind == .simulated ? actor.summary : "", seal: SessionSeal(token.id, until: end, key: key))
    return (token, session)
  }
}
