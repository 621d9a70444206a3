import SessionCore

extension SessionTerm {
  /// The term in SQL, over `sessions s` and `users u`. Where the route goes through it, sessions are found by their users
  /// rather than users by their sessions; `column` names an indexed column as the route wants it.
  func condition(at now: Timestamp, isThrough: Bool = false, column: (String) -> String = { $0 }) -> Condition {
    switch self {
    case .loginPrefix(let key): isThrough ? .ofUsers(.loginPrefix(key)) : .loginPrefix(key)
    case .loginContains(let key): isThrough ? UserSet.containing(key).among("s.user_id") : .loginContains(key)
    case .state(let state): .state(state, ends: column("s.expires_at"), at: now)
    case .kind(let kind): Condition("s.kind = ?", .integer(Int64(kind.rawValue)))
    // A range, so that an index by address serves it.
    case .from(let network):
      Condition("\(column("s.address")) BETWEEN ? AND ?", .blob(network.first.bytes), .blob(network.last.bytes))
    case .client(let part): Condition("\(column("s.user_agent_id")) IN (") + .calling(part) + Condition(")")
    case .app(let name):
      Condition("\(column("s.user_agent_id")) IN (") + .named(name, UserAgent.clients) + Condition(")")
    case .system(let name):
      Condition("\(column("s.user_agent_id")) IN (") + .named(name, UserAgent.systems) + Condition(")")
    case .started(let test): .age("s.created_at", test, at: now)
    case .idle(let test): .age(column("s.last_seen_at"), test, at: now)
    case .ends(let test): .wait(column("s.expires_at"), test, at: now)
    case .madeBy(let name): Condition("instr(s.created_by, ?) = 1", .text(name))
    case .id(let id): Condition("s.id = ?", .id(id))
    case .ids(let ids): .list("s.id", ids.map { .id($0) })
    case .user(let id): Condition("s.user_id = ?", .id(id))
    case .own(let mark): .own(mark)
    }
  }
}

extension Condition {
  /// ``SessionCore/OwnMark/owns(_:)`` in SQL, either half by an index.
  fileprivate static func own(_ mark: OwnMark) -> Condition {
    let simulated = SessionKind.simulated.rawValue
    let networks = mark.networks.map { _ in "s.address BETWEEN ? AND ?" }.joined(separator: " OR ")
    var own = Condition(
      """
      (s.user_id = (SELECT o.id FROM users o WHERE o.login_key = ?) AND s.kind <> \(simulated) \
      AND (\(networks.isEmpty ? "0" : networks)))
      """, .text(mark.key))
    own.arguments += mark.networks.flatMap { [SQLValue.blob($0.first.bytes), .blob($0.last.bytes)] }
    guard !mark.maker.isEmpty else { return own }
    own.sql = "(\(own.sql) OR (s.kind = \(simulated) AND s.created_by = ?))"
    own.arguments.append(.text(mark.maker))
    return own
  }

  /// The sessions of the users that `condition` holds for.
  fileprivate static func ofUsers(_ condition: Condition) -> Condition {
    var sessions = condition
    sessions.sql = "s.user_id IN (SELECT u.id FROM users u WHERE \(condition.sql))"
    return sessions
  }

  /// ``SessionCore/Session/state(at:)`` in SQL. `live` is every session that still authenticates.
  static func state(_ state: SessionState, ends: String, at now: Timestamp) -> Condition {
    let simulated = SessionKind.simulated.rawValue
    let soon = SQLValue.time(now + SessionState.endingWithin)
    switch state {
    case .live: return Condition("1")
    case .simulated: return Condition("s.kind = \(simulated)")
    case .ending: return Condition("s.kind <> \(simulated) AND \(ends) <= ?", soon)
    case .remembered:
      return Condition("s.kind = \(SessionKind.remembered.rawValue) AND +s.expires_at > ?", soon)
    case .idle:
      return Condition(
        "s.kind = \(SessionKind.browser.rawValue) AND +s.expires_at > ? AND +s.last_seen_at <= ?", soon,
        .time(now - SessionState.idleAfter))
    }
  }
}
