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
  /// - Parameters:
  ///   - login: who.
  ///   - password: which.
  ///   - actor: who makes them.
  ///   - act: as what it is looked up and taken back; nil makes one.
  /// - Returns: the user.
  /// - Throws: ``UserError/exists(_:)``; ``PasswordError`` for a password that may not be chosen.
  @discardableResult
  public func addUser(_ login: Login, password: Password, by actor: Actor, as act: DoneAct? = nil) throws -> User.ID {
    try password.checkChoice(for: login, blocklist: blocklist)
    // Hashing takes a while, so it is done only for a login that is free, and outside the transaction.
    if let other = try store.user(key: login.key) { throw UserError.exists(other.login) }
    let credential = try inTurn {
      try hasher.credential(for: password, changedAt: clock.now(), source: .administrator)
    }
    return try addUser(login, credential, by: actor, as: act)
  }

  /// Makes a user without a password, who chooses one with an activation code (OWASP ASVS 5.0, 6.4.6).
  ///
  /// - Parameters:
  ///   - login: who.
  ///   - lifetime: how long the code works.
  ///   - actor: who makes them.
  ///   - reason: why.
  ///   - act: as what it is looked up and taken back; nil makes one.
  /// - Returns: the user, and the code: it is shown once and not kept.
  /// - Throws: ``UserError/exists(_:)``.
  public func addUser(
    _ login: Login, codeFor lifetime: Interval = Activation.lifetime, by actor: Actor, reason: String = "",
    as act: DoneAct? = nil
  ) throws -> (user: User.ID, code: ActivationCode) {
    try store.transaction(.full) {
      let id = try addUser(login, nil, by: actor, reason: reason, as: act)
      return (id, try setCode(of: id, for: lifetime, by: actor, at: clock.now()))
    }
  }

  private func addUser(
    _ login: Login, _ credential: Credential?, by actor: Actor, reason: String = "", as act: DoneAct? = nil
  ) throws -> User.ID {
    try store.transaction(.full) {
      let now = clock.now()
      if let other = try store.user(key: login.key) { throw UserError.exists(other.login) }
      let id = try store.addUser(login: login, createdAt: now)
      if let credential { try store.setCredential(credential, of: id) }
      try record(AuditRecord(at: now, actor: actor, action: .addUser, user: id, reason: reason))
      let act = act ?? newAct(.addUser, at: now, by: actor, reason: reason, subject: login.text)
      if let user = try store.user(id: id) { try keep(user, as: act) }
      return id
    }
  }

  /// Writes an act on one user down, with what they were before it.
  func keep(_ user: User, as act: DoneAct) throws {
    var act = act
    act.count = 1
    try store.addAct(act)
    try store.keepChanged(user, by: act.id, versionThen: try store.user(id: user.id)?.version ?? user.version)
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
    let result = try perform(.lock, on: .listed([UserLook(id: user)]), by: actor, reason: reason)
    return (result.count > 0 && result.hasChangedState, result.ended)
  }

  /// Unlocks a user. Sessions that ended stay ended.
  ///
  /// - Returns: whether the user was locked.
  @discardableResult
  public func unlock(_ user: User.ID, by actor: Actor, reason: String) throws -> Bool {
    try perform(.unlock, on: .listed([UserLook(id: user)]), by: actor, reason: reason).count > 0
  }

  /// Removes a user, and ends all of their sessions in the same transaction (OWASP ASVS 5.0, 7.4.2). The audit log keeps
  /// what they did; for 5 minutes they can be brought back.
  ///
  /// - Returns: how many sessions ended.
  @discardableResult
  public func remove(_ user: User, by actor: Actor, reason: String, as act: DoneAct? = nil) throws -> Int {
    try store.transaction(.full) {
      let now = clock.now()
      var act = act ?? newAct(.remove, at: now, by: actor, reason: reason, subject: user.login.text)
      act.count = 1
      let ended = try store.endSessions(
        .user(user.id), Ending(at: now, how: .removed, by: actor.summary, reason: reason, act: act.id)
      ).count
      try store.addAct(act)
      try store.keepRemoved(user.id, by: act.id)
      try store.keepActivation(of: user.id, by: act.id)
      try store.keepForgiven(.user(user.id), by: act.id)
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
