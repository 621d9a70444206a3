import SessionCore

extension SessionTerm {
  /// The term in SQL, over `sessions s` and `users u`.
  func condition(at now: Timestamp) -> Condition {
    switch self {
    case .loginPrefix(let key): .loginPrefix(key)
    case .loginContains(let key): .loginContains(key)
    case .state(let state): .state(state, at: now)
    case .kind(let kind): Condition("s.kind = ?", .integer(Int64(kind.rawValue)))
    // A range, so that an index by address serves it.
    case .from(let network):
      Condition("s.address BETWEEN ? AND ?", .blob(network.first.bytes), .blob(network.last.bytes))
    // Far fewer clients than sessions call themselves differently: they are looked through once.
    case .client(let part):
      Condition("s.user_agent_id IN (SELECT a.id FROM user_agents a WHERE instr(lower(a.text), ?) > 0)", .text(part))
    case .started(let test): .age("s.created_at", test, at: now)
    case .idle(let test): .age("s.last_seen_at", test, at: now)
    case .ends(let test): .wait("s.expires_at", test, at: now)
    case .madeBy(let name): Condition("instr(s.created_by, ?) = 1", .text(name))
    case .id(let id): Condition("s.id = ?", .id(id))
    }
  }
}

extension Condition {
  /// ``SessionCore/Session/state(at:)`` in SQL. `live` is every session that still authenticates.
  static func state(_ state: SessionState, at now: Timestamp) -> Condition {
    let simulated = SessionKind.simulated.rawValue
    let soon = SQLValue.time(now + SessionState.endingWithin)
    switch state {
    case .live: return Condition("1")
    case .simulated: return Condition("s.kind = \(simulated)")
    case .ending: return Condition("s.kind <> \(simulated) AND s.expires_at <= ?", soon)
    case .remembered:
      return Condition("s.kind = \(SessionKind.remembered.rawValue) AND s.expires_at > ?", soon)
    case .idle:
      return Condition(
        "s.kind = \(SessionKind.browser.rawValue) AND s.expires_at > ? AND s.last_seen_at <= ?", soon,
        .time(now - SessionState.idleAfter))
    }
  }
}
