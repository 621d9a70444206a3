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

/// What a login asks for.
public struct LoginWish: Sendable {
  /// Whether to be remembered: a session of a longer class, where the policy offers it.
  public var remember: Bool
  /// The token that the browser holds, whose session ends now.
  public var replacing: Token?
  /// Whether what pages keep for that session goes over to the new one, if it is the same user's.
  public var carriesData: Bool

  /// Makes a wish from its parts.
  public init(remember: Bool = false, replacing: Token? = nil, carriesData: Bool = false) {
    self.remember = remember
    self.replacing = replacing
    self.carriesData = carriesData
  }
}

/// The login was refused. There is one answer for an unknown user, a wrong password and a locked user (OWASP ASVS 5.0,
/// 6.3.8): whoever asks learns nothing about which it was.
public struct LoginRefused: Error, Hashable {}

/// There were too many wrong passwords, for this account or from this address: the attempt was not looked at, or its
/// outcome is not told.
public struct LoginDelayed: Error, Hashable {
  /// When to try again.
  public let until: Timestamp

  /// Makes an error from its part.
  public init(until: Timestamp) { self.until = until }
}

/// The user has as many sessions as they may, and the policy is to refuse a new one.
public struct TooManySessions: Error, Hashable {}

extension SessionService {
  /// Logs a user in: a fresh session with a fresh secret, whatever the browser held before (OWASP ASVS 5.0, 7.2.4).
  ///
  /// - Parameters:
  ///   - login: the name as typed.
  ///   - password: the password as typed.
  ///   - source: where the request comes from.
  ///   - wish: what it asks for.
  /// - Returns: the token for the browser, and the session.
  /// - Throws: ``LoginRefused``, always after the time that a hash takes; ``LoginDelayed``; ``TooManySessions``;
  ///   ``HashGateError``; ``KeyFileError`` when the key is not this database's.
  public func logIn(login: String, password: String, from source: LoginSource, _ wish: LoginWish = LoginWish())
    throws -> (Token, Session)
  {
    // Before the hash: while the database is moved nobody can be logged in, whatever the password is.
    guard try requireKey()[.moving] == nil else { throw store.error(.moving, "") }
    let user = try Login.key(for: login).flatMap { try store.user(key: $0) }
    let subjects = try subjects(of: login, user, source, holding: wish.replacing)
    return try notingDelay(subjects) { try logIn(user, password, from: source, wish, subjects) }
  }

  private func logIn(
    _ user: User?, _ password: String, from source: LoginSource, _ wish: LoginWish, _ subjects: ThrottleSubjects
  ) throws -> (Token, Session) {
    try requireNoDelay(subjects, at: clock.now())
    // Nobody's is looked for as well: that takes its time too.
    let credential = try store.credential(of: user?.id ?? .nobody)
    let outcome = try judge(password, of: user, credential)
    guard outcome.attempt == .loggedIn, let user, let credential else {
      try fail(subjects, outcome.attempt, user: user, source)
    }
    return try open(for: user.id, credential, replacement: outcome.replacement, subjects, from: source, wish)
  }

  /// What came of comparing a password, and the hash that replaces one of lower parameters.
  private func judge(_ text: String, of user: User?, _ credential: Credential?) throws -> (
    attempt: Attempt.Outcome, replacement: Credential?
  ) {
    let password = try? Password(text)
    guard let password, let user, let credential, user.state == .active, !credential.mustChange else {
      _ = try inTurn { try hasher.verify(password ?? .placeholder, against: hasher.decoy) }
      guard let user else { return (.unknownUser, nil) }
      if user.state != .active { return (.locked, nil) }
      return (credential?.mustChange == false ? .wrongPassword : .needsCode, nil)
    }
    switch try inTurn({ try hasher.verify(password, against: credential) }) {
    case .wrong: return (.wrongPassword, nil)
    case .right: return (.loggedIn, nil)
    case .rightNeedsRehash: break
    }
    // The password is the same: only what is kept of it grew stronger.
    let replacement = try inTurn {
      try hasher.credential(for: password, changedAt: credential.changedAt, source: credential.source)
    }
    return (.loggedIn, replacement)
  }

  private func open(
    for userID: User.ID, _ credential: Credential, replacement: Credential?, _ subjects: ThrottleSubjects,
    from source: LoginSource, _ wish: LoginWish
  ) throws -> (Token, Session) {
    var refusal: (any Error)?
    let opened: (Token, Session)? = try store.transaction(.full) {
      let now = clock.now()
      // The hash took a while. Guesses beyond the limit are not told from others, right or wrong.
      try requireNoDelay(subjects, at: now)
      // The user may have been locked or given another password meanwhile.
      guard let user = try store.user(id: userID), user.state == .active,
        try store.credential(of: userID)?.hash == credential.hash
      else { throw LoginRefused() }
      // Of an operator who tries a login out, the failures that they simulated.
      _ = try store.forgive(.subject(subjects.account.subject))
      let settings = try store.settings()
      let policy = try SessionPolicy(settings)
      let kind = source.kind(wish, under: policy)
      let address = source.address.map(String.init(describing:)) ?? ""
      let actor = source.simulatedBy ?? Actor(name: user.login.text, address: address)
      let old = try wish.replacing.flatMap { try provedSession($0, at: now) }
      guard try makeRoom(for: user, kind, beside: old, under: policy, by: actor, at: now) else {
        try store.addAttempt(source.attempt(on: user.login.text, of: user, .tooManySessions, at: now))
        refusal = TooManySessions()
        return nil
      }
      if let replacement { try store.setCredential(replacement, of: userID) }
      // A login in the moment in which everybody was logged out comes after that.
      let notBefore = max(user.notBefore, Timestamp(milliseconds: settings[.notBefore] ?? 0))
      let (token, session) = newSession(
        of: user, kind, policy: policy, from: source, authenticatedAt: max(now, notBefore), at: now)
      try store.addSession(session)
      if let old { try replace(old, with: session, carriesData: wish.carriesData, by: actor, at: now) }
      let isSimulated = source.simulatedBy != nil
      try store.noteLogin(of: user.id, at: now, from: isSimulated ? user.lastLoginFrom : source.address)
      try store.addAttempt(source.attempt(on: user.login.text, of: user, .loggedIn, at: now))
      try record(
        AuditRecord(
          at: now, actor: actor, action: .login, user: user.id, session: token.id,
          reason: source.simulatedBy == nil ? "" : "simulated from \(address.isEmpty ? "nowhere" : address)"))
      return (token, session)
    }
    guard let opened else { throw refusal ?? LoginRefused() }
    return opened
  }

  func provedSession(_ token: Token, at now: Timestamp) throws -> Session? {
    guard let session = try store.session(id: token.id), session.proof(by: token, keys: keys, at: now).isProved
    else { return nil }
    return session
  }

  private func replace(_ old: Session, with new: Session, carriesData: Bool, by actor: Actor, at now: Timestamp) throws
  {
    // Somebody else at the same browser gets nothing of what was there.
    if carriesData, old.userID == new.userID, old.isLive(at: now) { try store.moveData(from: old.id, to: new.id) }
    let ending = Ending(at: now, how: .logout, by: new.owner.login, reason: "logged in again")
    guard try !store.endSessions(.one(old.id), ending).isEmpty else { return }
    try record(
      AuditRecord(at: now, actor: actor, action: .logout, user: old.userID, session: old.id, reason: ending.reason))
  }

  /// Ends a user's oldest sessions until there is room for one more.
  ///
  /// - Returns: whether there is room.
  private func makeRoom(
    for user: User, _ kind: SessionKind, beside old: Session?, under policy: SessionPolicy, by actor: Actor,
    at now: Timestamp
  ) throws -> Bool {
    let maximum = user.maximumSessions ?? policy.maximumSessions
    let surplus = try store.sessions(
      of: user.id, areSimulated: kind == .simulated, except: old?.id, beyond: maximum - 1, at: now)
    guard !surplus.isEmpty else { return true }
    guard policy.atMaximum == .endOldest else { return false }
    for id in surplus {
      let ending = Ending(at: now, how: .limit, by: user.login.text, reason: "more than \(maximum) sessions")
      guard try !store.endSessions(.one(id), ending).isEmpty else { continue }
      try record(
        AuditRecord(at: now, actor: actor, action: .endSession, user: user.id, session: id, reason: ending.reason))
    }
    return true
  }

  func newSession(
    of user: User, _ kind: SessionKind, policy: SessionPolicy, from source: LoginSource,
    authenticatedAt: Timestamp, at now: Timestamp
  ) -> (Token, Session) {
    let token = Token(time: now, random: random)
    let absolute = now + policy[kind].absolute
    let end = min(absolute, now + policy[kind].idle)
    let session = Session(
      id: token.id, userID: user.id,
      owner: Session.Owner(login: user.login.text, state: user.state, notBefore: user.notBefore),
      proof: Proof(
        token: token, userID: user.id, createdAt: now, absoluteExpiresAt: absolute, kind: kind, key: key),
      createdAt: now, authenticatedAt: authenticatedAt, lastSeenAt: now, absoluteExpiresAt: absolute,
      expiresAt: end, kind: kind, address: source.address,
      userAgent: source.userAgent, createdBy: source.simulatedBy?.summary ?? "",
      seal: SessionSeal(token.id, until: end, key: key))
    return (token, session)
  }
}

extension LoginSource {
  /// What kind of session a login from here makes.
  func kind(_ wish: LoginWish, under policy: SessionPolicy) -> SessionKind {
    if simulatedBy != nil { return .simulated }
    return wish.remember && policy.remembers ? .remembered : .browser
  }

  func attempt(on login: String, of user: User?, _ outcome: Attempt.Outcome, at now: Timestamp) -> Attempt {
    Attempt(
      at: now, login: login, userID: user?.id, address: address, userAgent: userAgent, outcome: outcome,
      simulatedBy: simulatedBy?.summary ?? "")
  }
}
