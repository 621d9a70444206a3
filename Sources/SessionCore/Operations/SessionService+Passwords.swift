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
  ///   - actor: who does it.
  /// - Returns: which sessions ended.
  /// - Throws: ``PasswordError`` when it may not be chosen; ``HashGateError``.
  @discardableResult
  public func setPassword(of user: User, to password: Password, source: Credential.Source, by actor: Actor) throws
    -> [SessionID]
  {
    try password.checkChoice(for: user.login, blocklist: blocklist)
    let credential = try inTurn { try hasher.credential(for: password, changedAt: clock.now(), source: source) }
    return try store.transaction(.full) { try keep(credential, of: user, by: actor) }
  }

  /// Keeps a new credential and ends the user's sessions from before, but for `next`, which was opened for it.
  private func keep(_ credential: Credential, of user: User, by actor: Actor, next: Session? = nil) throws
    -> [SessionID]
  {
    let now = clock.now()
    var credential = credential
    // Hashing took a while: the change is now.
    credential.changedAt = now
    try store.setCredential(credential, of: user.id)
    try store.setActivation(nil, of: user.id)
    let ended = try store.endSessions(
      next.map { .others(of: user.id, than: $0.id) } ?? .user(user.id),
      Ending(at: now, how: .password, by: actor.summary, reason: ""))
    // Nothing from before lives again when an end is taken back.
    try store.setNotBefore(next?.authenticatedAt ?? now + Interval(milliseconds: 1), of: user.id)
    // Whoever was kept out by wrong guesses at the old one starts anew with the new one.
    _ = try store.forgive(.user(user.id))
    try record(
      AuditRecord(
        at: now, actor: actor, action: .setPassword, user: user.id, session: next?.id,
        reason: ended.isEmpty ? "" : Self.counted(ended.count, "ended")))
    return ended
  }

  /// Changes the password of the user whom `token` proves, who knows the present one (OWASP ASVS 5.0, 6.2.3). All of their
  /// sessions end, and the one that asks goes on under a new secret (7.2.4), with what pages keep for it.
  ///
  /// - Returns: the token for the browser, and the new session.
  /// - Throws: ``PasswordChangeError/wrongPassword``, ``LoginDelayed``, ``PasswordError``, ``HashGateError``.
  public func changePassword(_ token: Token, from present: String, to new: Password, source: LoginSource) throws
    -> (Token, Session)
  {
    guard let session = try check(token), let user = try store.user(id: session.userID) else {
      throw PasswordChangeError.wrongPassword
    }
    let subjects = try subjects(of: user.login.text, user, source, holding: token)
    return try notingDelay(subjects) {
      try requireNoDelay(subjects, at: clock.now())
      try new.checkChoice(for: user.login, blocklist: blocklist)
      guard let known = try store.credential(of: user.id), let password = try? Password(present),
        try inTurn({ try hasher.verify(password, against: known) }) != .wrong
      else {
        do {
          try fail(subjects, .wrongPassword, user: user, source)
        } catch is LoginRefused {
          throw PasswordChangeError.wrongPassword
        }
      }
      let credential = try inTurn { try hasher.credential(for: new, changedAt: clock.now(), source: .user) }
      return try store.transaction(.full) {
        // Hashing took a while: guesses may have come between, the session have ended, the user have been locked or
        // given another password.
        try requireNoDelay(subjects, at: clock.now())
        let now = clock.now()
        guard let session = try provedSession(token, at: now), session.isLive(at: now),
          try store.credential(of: user.id) == known
        else { throw PasswordChangeError.wrongPassword }
        return try renew(session, with: credential, of: user, from: source)
      }
    }
  }

  private func renew(_ session: Session, with credential: Credential, of user: User, from source: LoginSource) throws
    -> (Token, Session)
  {
    let now = clock.now()
    // After all that is refused as old, by a clock that was ahead as well.
    var next = newSession(
      of: user, session.kind, policy: try store.policy(), from: source,
      authenticatedAt: max(now, session.authenticatedAt) + Interval(milliseconds: 1), at: now)
    next.1.createdBy = session.createdBy
    try store.addSession(next.1)
    try store.moveData(from: session.id, to: next.1.id)
    _ = try keep(
      credential, of: user,
      by: Actor(user: user.login.text, at: source.address), next: next.1)
    return next
  }

  /// Gives out a one-time code, in place of any other, with which the user chooses a password. The present one works
  /// until then.
  ///
  /// - Returns: the code: it is shown once and not kept.
  public func giveCode(
    to user: User.ID, for lifetime: Interval = Activation.lifetime, by actor: Actor, as act: DoneAct? = nil
  ) throws -> ActivationCode {
    try store.transaction(.full) {
      let now = act?.at ?? clock.now()
      if let user = try store.user(id: user) {
        let act = act ?? newAct(.giveCode, at: now, by: actor, reason: "", subject: user.login.text)
        try store.keepActivation(of: user.id, by: act.id)
        try keep(user, as: act)
      }
      return try setCode(of: user, for: lifetime, by: actor, at: now)
    }
  }

  func setCode(of user: User.ID, for lifetime: Interval, by actor: Actor, at now: Timestamp) throws -> ActivationCode {
    let code = ActivationCode(random: random)
    try store.setActivation(
      Activation(
        proof: code.proof(for: user, key: key), createdAt: now, expiresAt: now + lifetime, createdBy: actor.summary),
      of: user)
    try record(
      AuditRecord(at: now, actor: actor, action: .giveCode, user: user, reason: "for \(lifetime.coarse)"))
    return code
  }

  /// Chooses a password with an activation code, which is then used up; the user's sessions end.
  ///
  /// - Throws: ``PasswordChangeError/wrongCode``, which does not tell whether there is such a user; ``LoginDelayed``;
  ///   ``PasswordError``; ``HashGateError``.
  public func activate(login: String, code: String, password: Password, from source: LoginSource) throws {
    try requireKey()
    let found = try Login.key(for: login).flatMap { try store.user(key: $0) }
    // By address alone: nobody guesses 100 bits, and strangers who guess passwords must not keep the user from this.
    let subjects = ThrottleSubjects(
      login: login, shown: found?.login.text ?? Attempt.masked(login), user: found, device: nil,
      address: source.address, key: key
    ).ofNetworkAlone
    let isDone = try notingDelay(subjects) {
      try requireNoDelay(subjects, at: clock.now())
      // By the login as typed: what is refused must not tell whether there is such a user. In turn, because a long list
      // takes a while to read. Hashed before the code is looked at: the answer takes as long whether it is right or not.
      let credential = try inTurn {
        // Whoever handed the code over knows it, so it may not become the password (OWASP ASVS 5.0, 6.4.1).
        do {
          if let typed = ActivationCode(text: code), typed.text == ActivationCode(text: password.folded)?.text {
            throw PasswordError.obvious
          }
          try password.checkChoice(for: try? Login(login), blocklist: blocklist)
        } catch {
          // Anybody may ask, and a long list takes a while to read: asking counts.
          try count(subjects, at: clock.now())
          throw error
        }
        return try hasher.credential(for: password, changedAt: clock.now(), source: .user)
      }
      return try store.transaction(.full) {
        let now = clock.now()
        try requireNoDelay(subjects, at: now)
        guard let found, let user = try store.user(id: found.id), user.state == .active,
          let code = ActivationCode(text: code), let kept = try store.activation(of: user.id), now < kept.expiresAt,
          keys.accepted(at: now).contains(where: { ServerKey.equal(code.proof(for: user.id, key: $0), kept.proof) })
        else { return false }
        _ = try keep(
          credential, of: user,
          by: Actor(user: user.login.text, at: source.address))
        return true
      }
    }
    guard !isDone else { return }
    do {
      try fail(subjects, .wrongCode, user: found, source)
    } catch is LoginRefused {
      throw PasswordChangeError.wrongCode
    }
  }
}
