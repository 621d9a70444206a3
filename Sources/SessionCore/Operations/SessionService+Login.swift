/// Where a login comes from.
public struct LoginSource: Sendable {
  /// The client's address.
  public var address: IPAddress?
  /// The client's own name for itself.
  public var userAgent: String
  /// The operator of the simulator that makes this login; nil for a real visitor.
  public var simulatedBy: Actor?

  /// Makes a source from its parts.
  public init(address: IPAddress?, userAgent: String, simulatedBy: Actor? = nil) {
    self.address = address
    self.userAgent = UserAgent.kept(userAgent)
    self.simulatedBy = simulatedBy
  }
}

/// The login was refused. There is one answer for an unknown user, a wrong password and a locked user (OWASP ASVS 5.0,
/// 6.3.8): whoever asks learns nothing about which it was.
public struct LoginRefused: Error, Hashable {}

extension SessionService {
  /// Logs a user in: a fresh session with a fresh secret, whatever the browser held before (OWASP ASVS 5.0, 7.2.4).
  ///
  /// - Parameters:
  ///   - login: the name as typed.
  ///   - password: the password as typed.
  ///   - source: where the request comes from.
  ///   - old: the token that the browser held, whose session ends now.
  /// - Returns: the token for the browser, and the session.
  /// - Throws: ``LoginRefused``, always after the time that a hash takes.
  public func logIn(login: String, password: String, from source: LoginSource, replacing old: Token? = nil)
    throws -> (Token, Session)
  {
    guard let password = try? Password(password) else {
      hasher.verifyNothing(.placeholder)
      throw LoginRefused()
    }
    let user = try Login.key(for: login).flatMap { try store.user(key: $0) }
    guard let user, user.state == .active, let credential = try store.credential(of: user.id) else {
      hasher.verifyNothing(password)
      throw LoginRefused()
    }
    guard hasher.verify(password, against: credential.hash) else { throw LoginRefused() }
    return try open(for: user.id, hash: credential.hash, from: source, replacing: old)
  }

  private func open(for userID: User.ID, hash: String, from source: LoginSource, replacing old: Token?) throws
    -> (Token, Session)
  {
    try store.transaction(.full) {
      // The hash took a while: the user may have been locked or given another password meanwhile.
      guard let user = try store.user(id: userID), user.state == .active, try store.credential(of: userID)?.hash == hash
      else { throw LoginRefused() }
      let now = clock.now()
      let address = source.address.map(String.init(describing:)) ?? ""
      let actor = source.simulatedBy ?? Actor(name: user.login.text, address: address)
      if let old, let session = try store.session(id: old.id), session.isProved(by: old, key: key) {
        let ending = Ending(at: now, how: .logout, by: user.login.text, reason: "logged in again")
        if try !store.endSessions(.one(old.id), ending).isEmpty {
          try store.append(
            AuditRecord(
              at: now, actor: actor, action: .logout, user: session.userID, session: old.id, reason: ending.reason))
        }
      }
      let token = Token(time: now, random: random)
      let session = newSession(token, of: user, policy: try store.policy(), from: source, at: now)
      try store.addSession(session)
      try store.noteLogin(of: user.id, at: now, from: source.address)
      try store.append(
        AuditRecord(
          at: now, actor: actor, action: .login, user: user.id, session: token.id,
          reason: source.simulatedBy == nil ? "" : "simulated from \(address.isEmpty ? "nowhere" : address)"))
      return (token, session)
    }
  }

  private func newSession(
    _ token: Token, of user: User, policy: SessionPolicy, from source: LoginSource, at now: Timestamp
  ) -> Session {
    let kind: SessionKind = source.simulatedBy == nil ? .browser : .simulated
    let absolute = policy.absoluteExpiry(of: kind, createdAt: now)
    return Session(
      id: token.id, userID: user.id,
      owner: Session.Owner(login: user.login.text, state: user.state, notBefore: user.notBefore),
      proof: Proof(
        token: token, userID: user.id, createdAt: now, absoluteExpiresAt: absolute, kind: kind, key: key),
      createdAt: now, authenticatedAt: now, lastSeenAt: now, absoluteExpiresAt: absolute,
      expiresAt: min(absolute, now + policy.idle), kind: kind, address: source.address,
      userAgent: source.userAgent, createdBy: source.simulatedBy?.summary ?? "")
  }
}
