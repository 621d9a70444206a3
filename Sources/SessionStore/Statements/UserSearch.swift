import SessionCore

/// How the users that a filter selects are found: as ``SessionSearch`` says of sessions.
struct UserSearch {
  /// Every clause.
  var condition: Condition
  /// Parts of indexes that have all that match: the least that are known; none where no index finds them.
  var ranges: [UserRange] = []
  /// Whether those have few entries. If not, the order is followed.
  var isFew = false
  /// Whether those have none.
  var isNone = false
  /// How many match, where that is known, up to one more than ``few``.
  var count: Int?
  /// The index that is followed where not few match.
  var index: UserIndex

  /// Entries up to which what is found is sorted, where the index has what is sorted by.
  static let few = 20_000
  /// The same where each user's row is met for it.
  static let fewRows = 3000
}

extension SQLStore {
  /// How the users of a filter are found.
  func search(_ filter: UserFilter, by sort: UserSort, at now: Timestamp) throws -> UserSearch {
    var conditions: [UserTerm: Condition] = [:]
    for term in Set(filter.clauses.joined().map(\.term)) { conditions[term] = try condition(of: term, at: now) }
    let selected = Condition.all(filter) { term, _ in conditions[term] ?? Condition("0") }
    var search = UserSearch(condition: selected, index: index(of: sort, for: filter))
    var least = Int.max
    for clause in filter.clauses where least > 500 {
      guard let (ranges, count) = try ranges(of: clause, at: now), count < least else { continue }
      (search.ranges, least) = (ranges, count)
    }
    search.isNone = least == 0
    let isSortable = search.ranges.allSatisfy { $0.index.has(sort) }
    search.isFew = least <= (isSortable ? UserSearch.few : UserSearch.fewRows)
    if filter.clauses.joined().count == 1, search.ranges.count == 1 { search.count = least }
    return search
  }

  private func index(of sort: UserSort, for filter: UserFilter) -> UserIndex {
    switch sort {
    case .lastLogin: return .byLastLogin
    case .created: return .byCreation
    case .login:
      // Those of one state are in the order of their logins as well.
      let isOfState = filter.clauses.contains { clause in
        if clause.count == 1, case .state = clause[0].term { !clause[0].isNegated } else { false }
      }
      return isOfState ? .byState : .byLogin
    }
  }

  private func ranges(of clause: [UserFilter.Literal], at now: Timestamp) throws -> ([UserRange], Int)? {
    var (found, total): ([UserRange], Int) = ([], 0)
    for literal in clause {
      guard let range = range(of: literal, at: now) else { return nil }
      found.append(range)
      total += try database.count(range.rows.sql, range.rows.arguments, upTo: max(0, UserSearch.few - total))
    }
    return (found, total)
  }

  /// The part of an index that users of a literal are in, and no others; nil where no index finds them.
  private func range(of literal: UserFilter.Literal, at now: Timestamp) -> UserRange? {
    let term = literal.term
    let condition = literal.isNegated ? term.condition(at: now).negated : term.condition(at: now)
    func among(_ index: UserIndex) -> UserRange { UserRange(index, condition, in: dialect) }
    switch (term, literal.isNegated) {
    case (.state(let state), true):
      let others = User.State.allCases.filter { $0 != state }.map { SQLValue.integer(Int64($0.rawValue)) }
      return UserRange(.byState, .list("u.state", others), in: dialect)
    case (.neverLoggedIn, true):
      return UserRange(.byLastLogin, Condition("u.last_login_at IS NOT NULL"), in: dialect)
    case (_, true): return nil
    case (.loginPrefix, _), (.key, _), (.keys, _): return among(.byLogin)
    case (.state, _): return among(.byState)
    case (.lastLogin, _), (.neverLoggedIn, _): return among(.byLastLogin)
    case (.created, _): return among(.byCreation)
    case (.loginContains(let key), _):
      let users = UserSet.containing(key)
      // One who has it twice is one.
      let rows = Condition("SELECT DISTINCT f.id FROM (") + users.query + Condition(") AS f")
      return UserRange(.byNumber, users.among("u.id"), in: dialect, rows: rows)
    case (.scheme(let name), _):
      let rows = Condition("SELECT c.user_id AS id FROM credentials c WHERE c.scheme = ?", .text(name))
      return UserRange(.byNumber, Condition("u.id IN (") + rows + Condition(")"), in: dialect, rows: rows)
    case (.upTo, _): return nil
    }
  }

  /// A term as it is asked of each user that is passed.
  private func condition(of term: UserTerm, at now: Timestamp) throws -> Condition {
    guard case .scheme(let name) = term else { return term.condition(at: now) }
    let some = try database.count(
      "SELECT 1 FROM credentials c WHERE c.scheme = ?", [.text(name)], upTo: SessionSearch.someUsers)
    guard some > 0 else { return Condition("0") }
    // They are noted where they are not many; a server would begin with them, whatever order was asked for.
    guard dialect == .sqlite, some <= SessionSearch.someUsers else {
      return Condition("(SELECT c.scheme FROM credentials c WHERE c.user_id = u.id) = ?", .text(name))
    }
    return Condition("u.id IN (SELECT c.user_id FROM credentials c WHERE c.scheme = ?)", .text(name))
  }
}
