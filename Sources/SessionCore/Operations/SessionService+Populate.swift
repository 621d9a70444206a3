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
    let inventor = try inventor(under: policy, by: actor)
    return try populate(sessions, "sessions", by: actor) { invented in
      var invented = invented
      invented.userAgent = UserAgent.kept(invented.userAgent)
      let (token, session) = inventor.session(invented)
      try store.addSession(session)
      if let ending = invented.ending { _ = try store.endSessions(.one(session.id), ending) }
      return token
    }
  }

  /// What makes sessions up, with proofs under the site's key.
  ///
  /// - Throws: ``KeyFileError`` when the key is not this database's; ``StoreError``.
  public func inventor(under policy: SessionPolicy, by actor: Actor) throws -> SessionInventor {
    try requireKey()
    return SessionInventor(key: key, policy: policy, random: random.drawnAhead(), creator: actor.summary)
  }

  /// Fills a database that has no users: all of it is kept, or nothing.
  ///
  /// - Parameters:
  ///   - actor: who fills it.
  ///   - body: adds rows, and returns what is to be said of them in the audit log: `5 users`.
  /// - Throws: ``StoreError``, and what `body` throws.
  public func fill(by actor: Actor, _ body: () throws -> [String]) throws {
    try store.fill {
      let sentences = try body()
      try store.transaction(.full) {
        for sentence in sentences {
          try record(AuditRecord(at: clock.now(), actor: actor, action: .populate, reason: sentence))
        }
      }
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

  /// Lets a made-up user have so many sessions, whatever the policy says.
  public func populate(room sessions: Int, of user: User.ID, by actor: Actor) throws {
    _ = try populate([user], "user with many sessions", by: actor) { try store.setMaximumSessions(sessions, of: $0) }
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
}
