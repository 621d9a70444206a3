import SessionCore

/// On which way the sessions that a filter selects are met. What is selected is the same on all.
///
/// Without statistics SQLite takes any index that a condition offers, and then sorts what it found: four seconds for a
/// page where half of a million sessions match. So the order's own index is followed, and page after page is full soon,
/// unless a clause is known to have few rows behind it.
enum FilterRoute {
  /// By the engine's choice, where no order is asked for.
  case free
  /// Along the index of this column, by which the list is ordered.
  case along(String)
  /// Through the index of the clause of this number: few rows are behind it, and soon sorted.
  case through(Int)

  /// Rows up to which a clause counts as having few.
  static let few = 500

  /// A column as a condition of a clause names it. A plus keeps SQLite from looking for an index.
  func column(_ name: String, of clause: Int) -> String {
    switch self {
    case .free: name
    case .along(let order): name == order ? name : "+" + name
    case .through(let number): clause == number ? name : "+" + name
    }
  }

  /// A column as the order names it.
  func order(_ name: String) -> String { if case .through = self { "+" + name } else { name } }

  /// Whether sessions are met in the order of their ids.
  var isAlongIDs: Bool { if case .along("s.id") = self { true } else { false } }

  /// Whether it goes through this clause.
  func isThrough(_ clause: Int) -> Bool { if case .through(clause) = self { true } else { false } }
}

extension SQLStore {
  /// The route for a filter; `order` is the column by which its sessions are asked for, if any.
  func route(of filter: SessionFilter, along order: String?, at now: Timestamp) throws -> FilterRoute {
    for (number, clause) in filter.clauses.enumerated().reversed() where try hasFewRows(clause, at: now) {
      return .through(number)
    }
    return order.map { .along($0) } ?? .free
  }

  private func hasFewRows(_ clause: [SessionFilter.Literal], at now: Timestamp) throws -> Bool {
    var found: Int64 = 0
    for literal in clause {
      guard !literal.isNegated, let rows = literal.term.indexedRows(at: now) else { return false }
      let limit = Int64(FilterRoute.few) + 1 - found
      found +=
        try database.first("SELECT count(*) FROM (\(rows.sql) LIMIT ?) AS found", rows.arguments + [.integer(limit)]) {
          $0.integer(0)
        } ?? 0
      guard found <= FilterRoute.few else { return false }
    }
    return true
  }
}

extension SessionTerm {
  /// The rows behind the term as an index finds them, to be counted up to a limit; nil where no index does.
  fileprivate func indexedRows(at now: Timestamp) -> Condition? {
    let users = Condition("SELECT 1 FROM users u LEFT JOIN sessions s ON s.user_id = u.id WHERE ")
    let sessions = Condition("SELECT 1 FROM sessions s WHERE ")
    switch self {
    case .loginPrefix: return users + condition(at: now)
    case .loginContains(let key):
      return Condition("SELECT 1 FROM (") + UserSet.containing(key).query
        + Condition(") AS o LEFT JOIN sessions s ON s.user_id = o.id")
    case .from, .client, .app, .system, .idle: return sessions + condition(at: now)
    case .ends(.below(let length)): return sessions + .ending(within: length, at: now)
    case .state(.ending): return sessions + .ending(within: SessionState.endingWithin, at: now)
    case .id: return Condition("SELECT 1")
    case .user, .own: return sessions + condition(at: now)
    case .state, .kind, .started, .ends, .madeBy, .ids: return nil
    }
  }
}

extension Condition {
  fileprivate static func ending(within length: Interval, at now: Timestamp) -> Condition {
    Condition("s.expires_at > ? AND s.expires_at <= ?", .time(now), .time(now + length))
  }
}
