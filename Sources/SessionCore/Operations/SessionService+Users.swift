/// Why an act on a user was refused.
public enum UserError: Error, Hashable {
  /// There is a user whose login compares equal.
  case exists(Login)
  /// There is no such user.
  case unknown(String)
}

extension SessionService {
  /// Makes a user with a password.
  ///
  /// - Throws: ``UserError/exists(_:)``; ``PasswordError`` for a password that may not be chosen.
  @discardableResult
  public func addUser(_ login: Login, password: Password, by actor: Actor) throws -> User.ID {
    try password.checkChoice(for: login, blocklist: blocklist)
    // Hashing takes a while, so it is done only for a login that is free, and outside the transaction.
    if let other = try store.user(key: login.key) { throw UserError.exists(other.login) }
    let credential = try inTurn {
      try hasher.credential(for: password, changedAt: clock.now(), source: .administrator)
    }
    return try addUser(login, credential, by: actor)
  }

  /// Makes a user without a password, who chooses one with an activation code (OWASP ASVS 5.0, 6.4.6).
  ///
  /// - Throws: ``UserError/exists(_:)``.
  public func addUser(_ login: Login, codeFor lifetime: Interval = Activation.lifetime, by actor: Actor) throws -> (
    user: User.ID, code: ActivationCode
  ) {
    try store.transaction(.full) {
      let id = try addUser(login, nil, by: actor)
      return (id, try giveCode(to: id, for: lifetime, by: actor))
    }
  }

  private func addUser(
    _ login: Login, _ credential: Credential?, by actor: Actor
  ) throws -> User.ID {
    try store.transaction(.full) {
      let now = clock.now()
      if let other = try store.user(key: login.key) { throw UserError.exists(other.login) }
      let id = try store.addUser(login: login, createdAt: now)
      if let credential { try store.setCredential(credential, of: id) }
      try record(AuditRecord(at: now, actor: actor, action: .addUser, user: id))
      return id
    }
  }

  /// The user with this login.
  ///
  /// - Throws: ``UserError/unknown(_:)``.
  public func user(login: String) throws -> User {
    guard let key = Login.key(for: login), let user = try store.user(key: key) else { throw UserError.unknown(login) }
    return user
  }

  /// Locks a user, and ends all of their sessions in the same transaction (OWASP ASVS 5.0, 7.4.2).
  ///
  /// - Returns: whether the user was not locked yet, and how many sessions ended.
  @discardableResult
  public func lock(_ user: User.ID, by actor: Actor, reason: String) throws -> (changed: Bool, ended: Int) {
    try store.transaction(.full) {
      let now = clock.now()
      // First the sessions: once the user is locked, none of them counts as live.
      let ended = try store.endSessions(.user(user), Ending(at: now, how: .locked, by: actor.summary, reason: reason))
        .count
      let changed = try store.setState(.locked, of: user)
      // Nothing from before lives again when the user is unlocked, or an end is taken back.
      if changed { try store.setNotBefore(now + Interval(milliseconds: 1), of: user) }
      if changed || ended > 0 {
        try record(
          AuditRecord(
            at: now, actor: actor, action: .lockUser, user: user,
            reason: ended == 0 ? reason : Self.counted(ended, "ended\(reason.isEmpty ? "" : ": \(reason)")")))
      }
      return (changed, ended)
    }
  }

  /// Unlocks a user. Sessions that ended stay ended.
  ///
  /// - Returns: whether the user was locked.
  @discardableResult
  public func unlock(_ user: User.ID, by actor: Actor, reason: String) throws -> Bool {
    try store.transaction(.full) {
      guard try store.setState(.active, of: user) else { return false }
      try record(AuditRecord(at: clock.now(), actor: actor, action: .unlockUser, user: user, reason: reason))
      return true
    }
  }

  /// Removes a user, and ends all of their sessions in the same transaction (OWASP ASVS 5.0, 7.4.2). The audit log keeps
  /// what they did.
  ///
  /// - Returns: how many sessions ended.
  @discardableResult
  public func remove(_ user: User, by actor: Actor, reason: String) throws -> Int {
    try store.transaction(.full) {
      let now = clock.now()
      let ended = try store.endSessions(
        .user(user.id), Ending(at: now, how: .removed, by: actor.summary, reason: reason)
      ).count
      _ = try store.forgive(.user(user.id))
      try store.removeUser(user.id)
      // The name is nowhere else any more.
      try record(
        AuditRecord(
          at: now, actor: actor, action: .removeUser, user: user.id,
          reason: [user.login.text, ended == 0 ? "" : Self.counted(ended, "ended"), reason].filter { !$0.isEmpty }
            .joined(separator: ": ")))
      return ended
    }
  }
}
