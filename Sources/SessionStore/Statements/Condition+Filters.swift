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

  /// The live sessions that are selected.
  static func selected(_ selection: SessionSelection, at now: Timestamp) -> Condition {
    let live = isLive(at: now)
    switch selection {
    case .one(let id): return Condition("s.id = ?", .id(id)) && live
    case .user(let id): return Condition("s.user_id = ?", .id(id)) && live
    case .others(of: let user, than: let id):
      return Condition("s.user_id = ? AND s.id <> ?", .id(user), .id(id)) && live
    case .matching(let filter): return selected(filter, by: .free, at: now)
    case .matchingAsOf(let filter, let moment): return selected(filter, asOf: moment, by: .free, at: now)
    case .among(let ids, let filter, asOf: let moment):
      return selected(filter, asOf: moment, by: .along("s.id"), at: now) && list("s.id", ids.map { .id($0) })
    }
  }

  /// What a filter selected at `moment` and is live at `now`: what was made since cannot have been seen.
  static func selected(_ filter: SessionFilter, asOf moment: Timestamp, by route: FilterRoute, at now: Timestamp)
    -> Condition
  {
    let end = SessionID.first(at: moment + Interval(milliseconds: 1))
    // A plus keeps SQLite from walking the whole table, or the index of ends, for it.
    var live = isLive(at: now)
    live.sql = "+" + live.sql
    return selected(filter, by: route, at: moment) && live && Condition("+s.id < ?", .id(end))
  }

  /// The sessions of one id or user that are not past a limit, live or refused for another reason: what ends now must not
  /// live again when that reason is taken back.
  static func unexpired(_ selection: SessionSelection, at now: Timestamp) -> Condition? {
    let unexpired = Condition("s.expires_at > ? AND s.absolute_expires_at > ?", .time(now), .time(now))
    switch selection {
    case .one(let id): return Condition("s.id = ?", .id(id)) && unexpired
    case .user(let id): return Condition("s.user_id = ?", .id(id)) && unexpired
    case .others(of: let user, than: let id):
      return Condition("s.user_id = ? AND s.id <> ?", .id(user), .id(id)) && unexpired
    case .matching, .matchingAsOf, .among: return nil
    }
  }

  /// The live sessions that a filter selects, met by a route.
  static func selected(_ filter: SessionFilter, by route: FilterRoute, at now: Timestamp) -> Condition {
    var live = isLive(at: now)
    guard !filter.clauses.isEmpty || route.isAlongIDs else { return live }
    // The condition begins with the end. Where the filter asks for a later one, the index is entered there, and not at
    // the sessions that end next; along the ids it is not entered at all.
    if route.isAlongIDs || filter.clauses.contains(where: { $0.count == 1 && $0[0].asksForLaterEnd }) {
      live.sql = "+" + live.sql
    }
    return live
      && all(filter) { term, clause in
        term.condition(at: now, isThrough: route.isThrough(clause)) { route.column($0, of: clause) }
      }
  }

  /// The users that a filter selects.
  static func selected(_ filter: UserFilter, by route: FilterRoute = .free, at now: Timestamp) -> Condition {
    all(filter) { term, clause in term.condition(at: now) { route.column($0, of: clause) } }
  }

  /// A filter's clauses, all of them, over what `condition` makes of a term and its clause's number.
  static func all<Term>(_ filter: Filter<Term>, _ condition: (Term, Int) -> Condition) -> Condition {
    let clauses = filter.clauses.enumerated().compactMap { number, clause in
      any(
        clause.map { literal in
          let holds = condition(literal.term, number)
          return literal.isNegated ? holds.negated : holds
        })
    }
    guard let first = clauses.first else { return Condition("1") }
    return clauses.dropFirst().reduce(first) { $0 && $1 }
  }

  /// That one of `conditions` holds; nil for none.
  private static func any(_ conditions: [Condition]) -> Condition? {
    guard var either = conditions.first else { return nil }
    guard conditions.count > 1 else { return either }
    either.sql = "(" + conditions.map(\.sql).joined(separator: " OR ") + ")"
    either.arguments = conditions.flatMap(\.arguments)
    return either
  }

  /// That it does not hold. What is not known, such as whether NULL is in a network, does not hold.
  var negated: Condition {
    var negated = self
    negated.sql = "NOT coalesce((\(sql)), 0)"
    return negated
  }
}

extension Condition {
  static func loginPrefix(_ key: String, _ column: String = "u.login_key") -> Condition {
    // Keys are compared as bytes, and no character has a byte as large as the last scalar's first.
    Condition("\(column) >= ? AND \(column) < ?", .text(key), .text(key + "\u{10FFFF}"))
  }

  /// That a column is one of some values: a list, because a chain of ORs is only so deep.
  static func list(_ column: String, _ values: [SQLValue]) -> Condition {
    guard let last = values.last else { return Condition("0") }
    // Few lengths are few statements to be kept ready: the last value stands as often as one of them takes.
    var length = 1
    while length < values.count { length *= 2 }
    let marks = [String](repeating: "?", count: length).joined(separator: ",")
    var condition = Condition("\(column) IN (\(marks))")
    condition.arguments = values + [SQLValue](repeating: last, count: length - values.count)
    return condition
  }

  static func loginContains(_ key: String) -> Condition { Condition("instr(u.login_key, ?) > 0", .text(key)) }

  /// That a moment in the past is less or more than a length of time ago.
  static func age(_ column: String, _ test: LengthTest, at now: Timestamp) -> Condition {
    switch test {
    case .below(let length): Condition("\(column) > ?", .time(now - length))
    case .above(let length): Condition("\(column) < ?", .time(now - length))
    }
  }

  /// That a moment is less or more than a length of time ahead.
  static func wait(_ column: String, _ test: LengthTest, at now: Timestamp) -> Condition {
    switch test {
    case .below(let length): Condition("\(column) < ?", .time(now + length))
    case .above(let length): Condition("\(column) > ?", .time(now + length))
    }
  }
}

extension SessionFilter.Literal {
  fileprivate var asksForLaterEnd: Bool { if case .ends(.above) = term { !isNegated } else { false } }
}
