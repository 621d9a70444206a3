import SessionCore

extension Condition {
  /// ``SessionCore/Session/isLive(at:)`` in SQL, over `sessions s` and `users u`.
  static func isLive(at now: Timestamp) -> Condition {
    Condition(
      """
      s.expires_at > ? AND s.absolute_expires_at > ? AND u.state = \(User.State.active.rawValue)
      AND s.authenticated_at >= u.not_before AND s.authenticated_at >= \(everybodyNotBefore)
      """, .time(now), .time(now))
  }

  /// Sessions authenticated before this moment are refused, whosever they are.
  static let everybodyNotBefore = "coalesce((SELECT value FROM settings WHERE name = 'not_before'), 0)"

  static func loginPrefix(_ key: String) -> Condition {
    // Keys are compared as bytes, and no character has a byte as large as the last scalar's first.
    Condition("u.login_key >= ? AND u.login_key < ?", .text(key), .text(key + "\u{10FFFF}"))
  }

  static func loginContains(_ key: String) -> Condition { Condition("instr(u.login_key, ?) > 0", .text(key)) }

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

  /// The live sessions that are selected.
  static func selected(_ selection: SessionSelection, at now: Timestamp) -> Condition {
    let live = isLive(at: now)
    switch selection {
    case .one(let id): return Condition("s.id = ?", .id(id)) && live
    case .user(let id): return Condition("s.user_id = ?", .id(id)) && live
    case .others(of: let user, than: let id):
      return Condition("s.user_id = ? AND s.id <> ?", .id(user), .id(id)) && live
    case .matching(let filter):
      return filter.terms.reduce(live) { condition, term in
        switch term {
        case .loginPrefix(let key): condition && loginPrefix(key)
        case .loginContains(let key): condition && loginContains(key)
        case .state(let state): condition && Self.state(state, at: now)
        case .id(let id): condition && Condition("s.id = ?", .id(id))
        }
      }
    }
  }
}

extension UserFilter {
  var condition: Condition {
    terms.reduce(Condition("1")) { condition, term in
      switch term {
      case .loginPrefix(let key): condition && .loginPrefix(key)
      case .loginContains(let key): condition && .loginContains(key)
      case .state(let state): condition && Condition("u.state = ?", .integer(Int64(state.rawValue)))
      case .key(let key): condition && Condition("u.login_key = ?", .text(key))
      }
    }
  }
}
