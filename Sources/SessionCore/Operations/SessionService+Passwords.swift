/// Why a password was not changed.
public enum PasswordChangeError: Error, Hashable {
  /// The activation code is wrong, used or too old, or there is no such user.
  case wrongCode
  /// The present password is wrong.
  case wrongPassword
}

extension SessionService {
  /// Sets a user's password, and ends their sessions in the same transaction (OWASP ASVS 5.0, 7.4.3).
  ///
  /// - Parameters:
  ///   - user: whose.
  ///   - password: the new one.
  ///   - source: who chose it.
  ///   - kept: the session that goes on: the one that the user changes it from.
  ///   - actor: who does it.
  /// - Returns: which sessions ended.
  /// - Throws: ``PasswordError`` when it may not be chosen; ``HashGateError``.
  @discardableResult
  public func setPassword(
    of user: User, to password: Password, source: Credential.Source, keeping kept: SessionID? = nil, by actor: Actor
  ) throws -> [SessionID] {
    try password.checkChoice(for: user.login, blocklist: blocklist)
    let credential = try inTurn { try hasher.credential(for: password, changedAt: clock.now(), source: source) }
    return try store.transaction(.full) { try keep(credential, of: user, keeping: kept, by: actor) }
  }

  private func keep(_ credential: Credential, of user: User, keeping kept: SessionID?, by actor: Actor) throws
    -> [SessionID]
  {
    let now = clock.now()
    var credential = credential
    // Hashing took a while: the change is now.
    credential.changedAt = now
    try store.setCredential(credential, of: user.id)
    try store.setActivation(nil, of: user.id)
    let ending = Ending(at: now, how: .password, by: actor.summary, reason: "")
    let ended = try store.endSessions(kept.map { .others(of: user.id, than: $0) } ?? .user(user.id), ending)
    // Whoever was kept out by wrong guesses at the old one starts anew with the new one.
    _ = try store.forgive(.user(user.id))
    try record(
      AuditRecord(
        at: now, actor: actor, action: .setPassword, user: user.id,
        reason: ended.isEmpty ? "" : Self.counted(ended.count, "ended")))
    return ended
  }

  /// Changes the password of the user whom `token` proves, who knows the present one (OWASP ASVS 5.0, 6.2.3); all of
  /// their other sessions end.
  ///
  /// - Returns: which sessions ended.
  /// - Throws: ``PasswordChangeError/wrongPassword``, ``LoginDelayed``, ``PasswordError``, ``HashGateError``.
  @discardableResult
  public func changePassword(_ token: Token, from present: String, to new: Password, source: LoginSource) throws
    -> [SessionID]
  {
    guard let session = try check(token), let user = try store.user(id: session.userID) else {
      throw PasswordChangeError.wrongPassword
    }
    let subjects = ThrottleSubjects(
      loginKey: user.login.key, shown: user.login.text, user: user, address: source.address, key: key)
    try requireNoDelay(subjects, at: clock.now())
    try new.checkChoice(for: user.login, blocklist: blocklist)
    guard let credential = try store.credential(of: user.id), let password = try? Password(present),
      try inTurn({ try hasher.verify(password, against: credential) }) != .wrong
    else {
      do {
        try fail(subjects, .wrongPassword, user: user, source)
      } catch is LoginRefused {
        throw PasswordChangeError.wrongPassword
      }
    }
    return try setPassword(
      of: user, to: new, source: .user, keeping: session.id,
      by: Actor(name: user.login.text, address: source.address.map(String.init(describing:)) ?? ""))
  }

  /// Gives out a one-time code, in place of any other, with which the user chooses a password. The present one works
  /// until then.
  ///
  /// - Returns: the code: it is shown once and not kept.
  public func giveCode(to user: User.ID, for lifetime: Interval = Activation.lifetime, by actor: Actor) throws
    -> ActivationCode
  {
    let code = ActivationCode(random: random)
    try store.transaction(.full) {
      let now = clock.now()
      try store.setActivation(
        Activation(
          proof: code.proof(for: user, key: key), createdAt: now, expiresAt: now + lifetime, createdBy: actor.summary),
        of: user)
      try record(
        AuditRecord(at: now, actor: actor, action: .giveCode, user: user, reason: "for \(lifetime.coarse)"))
    }
    return code
  }

  /// Chooses a password with an activation code, which is then used up; the user's sessions end.
  ///
  /// - Throws: ``PasswordChangeError/wrongCode``, which does not tell whether there is such a user; ``LoginDelayed``;
  ///   ``PasswordError``; ``HashGateError``.
  public func activate(login: String, code: String, password: Password, from source: LoginSource) throws {
    try requireKey()
    let loginKey = Login.key(for: login)
    let user = try loginKey.flatMap { try store.user(key: $0) }
    let subjects = ThrottleSubjects(
      loginKey: loginKey ?? login, shown: user?.login.text ?? Attempt.masked(login), user: user,
      address: source.address, key: key)
    try requireNoDelay(subjects, at: clock.now())
    // By the login as typed: what is refused must not tell whether there is such a user.
    try password.checkChoice(for: try? Login(login), blocklist: blocklist)
    // Hashed before the code is looked at: its answer takes as long whether it is right or not.
    let credential = try inTurn { try hasher.credential(for: password, changedAt: clock.now(), source: .user) }
    let isDone = try store.transaction(.full) { () -> Bool in
      let now = clock.now()
      try requireNoDelay(subjects, at: now)
      guard let user, user.state == .active, let code = ActivationCode(text: code),
        let kept = try store.activation(of: user.id), now < kept.expiresAt,
        keys.accepted(at: now).contains(where: { ServerKey.equal(code.proof(for: user.id, key: $0), kept.proof) })
      else { return false }
      _ = try keep(
        credential, of: user, keeping: nil,
        by: Actor(name: user.login.text, address: source.address.map(String.init(describing:)) ?? ""))
      return true
    }
    guard !isDone else { return }
    do {
      try fail(subjects, .wrongCode, user: user, source)
    } catch is LoginRefused {
      throw PasswordChangeError.wrongCode
    }
  }
}
