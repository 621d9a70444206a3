import Console
import SessionCore

extension SessionService {
  /// Lets happen in a demonstration's database what a script arranges.
  ///
  /// - Throws: ``UserError`` for a login that nobody has, ``StoreError``.
  func arrange(_ arrangements: [Arrangement], by actor: Actor) throws {
    for arrangement in arrangements {
      switch arrangement {
      case .session(let login, let how): try open(login, endedBy: how, by: actor)
      case .guesses(let login, let count):
        let source = LoginSource(address: login.address, userAgent: login.userAgent)
        for number in 1...count {
          // Refused, or slowed down: both are what is to be shown.
          _ = try? logIn(login: login.login, password: "not the password, guess \(number)", from: source)
        }
      case .attempt(let login, let outcome): try populate(attempts: [attempt(login, outcome)], by: actor)
      case .lock(let login, let reason): try lock(try user(login: login).id, by: actor, reason: reason)
      }
    }
  }

  private func attempt(_ login: InventedLogin, _ outcome: Attempt.Outcome) throws -> Attempt {
    let known = try Login.key(for: login.login).flatMap { try store.user(key: $0) }
    return Attempt(
      at: clock.now() - login.began, login: login.login, userID: known?.id, address: login.address,
      userAgent: login.userAgent, outcome: outcome)
  }

  /// A session with the limits that hold, and the login that it began with.
  private func open(_ login: InventedLogin, endedBy how: Ending.How?, by actor: Actor) throws {
    let user = try user(login: login.login)
    let policy = try store.policy()
    let now = clock.now()
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
    let session = InventedSession(
      user: user.id, kind: login.kind, createdAt: created, lastSeenAt: seen, address: login.address,
      userAgent: login.userAgent, ending: ending)
    _ = try populate(sessions: [session], under: policy, by: actor)
    if user.lastLoginAt.map({ $0 < created }) ?? true {
      try store.noteLogin(of: user.id, at: created, from: login.address)
    }
    var entry = login
    entry.began = now - created
    try populate(attempts: [attempt(entry, .loggedIn)], by: actor)
  }
}
