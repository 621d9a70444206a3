import Console
import SessionCore

extension SessionService {
  /// Lets happen in a demonstration's database what a script arranges: first what is in the past, the oldest first, then
  /// what happens now.
  ///
  /// - Throws: ``UserError`` for a login that nobody has, ``StoreError``.
  func arrange(_ arrangements: [Arrangement], by actor: Actor) throws {
    let policy = try store.policy()
    let now = clock.now()
    var sessions: [InventedSession] = []
    var attempts: [Attempt] = []
    for arrangement in arrangements {
      switch arrangement {
      case .session(let login, let how):
        let session = try session(login, endedBy: how, under: policy, at: now, actor)
        sessions.append(session)
        attempts.append(try attempt(login, .loggedIn, at: session.createdAt))
      case .attempt(let login, let outcome): attempts.append(try attempt(login, outcome, at: now - login.began))
      case .guesses, .lock: break
      }
    }
    _ = try populate(sessions: sessions.sorted { $0.createdAt < $1.createdAt }, under: policy, by: actor)
    try store.transaction(.normal) {
      for attempt in attempts.sorted(by: { $0.at < $1.at }) { try add(attempt) }
    }
    for arrangement in arrangements { try happen(arrangement, by: actor) }
  }

  private func happen(_ arrangement: Arrangement, by actor: Actor) throws {
    switch arrangement {
    case .session, .attempt: break
    case .guesses(let login, let count):
      let source = LoginSource(address: login.address, userAgent: login.userAgent)
      for number in 1...count {
        // Refused, or slowed down: both are what is to be shown.
        _ = try? logIn(login: login.login, password: "not the password, guess \(number)", from: source)
      }
    case .lock(let login, let reason): try lock(try user(login: login).id, by: actor, reason: reason)
    }
  }

  private func attempt(_ login: InventedLogin, _ outcome: Attempt.Outcome, at time: Timestamp) throws -> Attempt {
    let known = try Login.key(for: login.login).flatMap { try store.user(key: $0) }
    return Attempt(
      at: time, login: login.login, userID: known?.id, address: login.address, userAgent: login.userAgent,
      outcome: outcome)
  }

  /// An attempt in the list, and where it succeeded, what the user's row says of it.
  private func add(_ attempt: Attempt) throws {
    try store.addAttempt(attempt)
    if let user = attempt.userID, attempt.outcome == .loggedIn {
      try store.noteLogin(of: user, at: attempt.at, from: attempt.address)
    }
  }

  /// A session with the limits that hold.
  private func session(
    _ login: InventedLogin, endedBy how: Ending.How?, under policy: SessionPolicy, at now: Timestamp, _ actor: Actor
  ) throws -> InventedSession {
    let user = try user(login: login.login)
    let created = now - max(login.began, login.seen)
    let seen = now - login.seen
    let limits = policy[login.kind]
    let last = Interval(milliseconds: 1)
    let ending = how.map { how in
      switch how {
      case .idle: Ending(at: min(now, seen + limits.idle - last), how: how, by: "", reason: "")
      case .absolute: Ending(at: min(now, created + limits.absolute - last), how: how, by: "", reason: "")
      case .administrator: Ending(at: seen, how: how, by: actor.summary, reason: "")
      default: Ending(at: seen, how: how, by: user.login.text, reason: "")
      }
    }
    return InventedSession(
      user: user.id, kind: login.kind, createdAt: created, lastSeenAt: seen, address: login.address,
      userAgent: login.userAgent, ending: ending)
  }
}
