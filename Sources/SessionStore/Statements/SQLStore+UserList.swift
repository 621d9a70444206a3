// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func users(
    _ query: UserQuery, from position: UserPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [UserListing] {
    let route = try route(of: query, at: now)
    let isDescending = query.descending == (direction == .after)
    let page = UserPage(
      selected: .selected(query.filter, by: route, at: now), route: route, isDescending: isDescending, now: now)
    let rows =
      switch query.sort.column {
      case nil: try users(page, position, by: "u.login_key", limit)
      case let column?: try users(page, position, by: column, isNullable: query.sort == .lastLogin, limit)
      }
    return direction == .after ? rows : rows.reversed()
  }

  /// Users by their login's key.
  private func users(_ page: UserPage, _ position: UserPosition?, by column: String, _ limit: Int) throws
    -> [UserListing]
  {
    var condition = page.selected
    if let position {
      condition = condition && Condition("u.login_key \(page.sign) ?", .text(position.key))
    }
    return try users(condition, order: "\(column) \(page.order)", limit, at: page.now)
  }

  /// Users by a moment. Those without one stand together at the end that is before all moments: an index finds either
  /// part, and no comparison finds both.
  private func users(
    _ page: UserPage, _ position: UserPosition?, by column: String, isNullable: Bool, _ limit: Int
  ) throws -> [UserListing] {
    let (moment, id) = (page.route.order(column), page.route.order("u.id"))
    let order = "\(moment) \(page.order), \(id) \(page.order)"
    var known = page.selected && Condition("\(moment) IS NOT NULL")
    var unknown = page.selected && Condition("\(moment) IS NULL")
    switch position {
    case let position? where position.time != nil:
      known =
        known && dialect.beyond((moment, id), page.sign, (.time(position.time), .id(position.id)))
      if !page.isDescending { unknown = unknown && Condition("0") }
    case let position?:
      unknown = unknown && Condition("\(id) \(page.sign) ?", .id(position.id))
      if page.isDescending { known = known && Condition("0") }
    case nil: break
    }
    let parts = isNullable ? (page.isDescending ? [known, unknown] : [unknown, known]) : [known]
    var rows: [UserListing] = []
    for part in parts where rows.count < limit {
      rows += try users(part, order: order, limit - rows.count, at: page.now)
    }
    return rows
  }

  private func users(_ condition: Condition, order: String, _ limit: Int, at now: Timestamp) throws -> [UserListing] {
    let users = try database.all(
      """
      SELECT \(userColumns),
        (SELECT sum(t.failures) FROM throttle t WHERE t.user_id = u.id AND t.last_at >= ?),
        (SELECT max(t.until) FROM throttle t WHERE t.user_id = u.id AND t.until > ?)
      FROM users u WHERE \(condition.sql) ORDER BY \(order) LIMIT ?
      """,
      [.time(now - GuessingPolicy.memory), .time(now)] + condition.arguments + [.integer(Int64(limit))]
    ) { row in
      UserListing(
        user: readUser(row), liveSessions: 0, failures: Int(row.integer(10)),
        waitsUntil: row.isNull(11) ? nil : Timestamp(milliseconds: row.integer(11)))
    }
    return try users.map { listing in
      var listing = listing
      listing.liveSessions =
        try countSessions(.user(listing.user.id), upTo: UserListing.liveSessionsCap, at: now).value
      return listing
    }
  }

  /// By login the engine's own choice is right: every index ends with the login's key. By a moment, its index is followed
  /// unless a clause has few users behind it.
  private func route(of query: UserQuery, at now: Timestamp) throws -> FilterRoute {
    guard let column = query.sort.column else { return .free }
    for (number, clause) in query.filter.clauses.enumerated()
    where clause.allSatisfy({ !$0.isNegated && $0.term.isIndexed }) {
      let rows = Condition.selected(UserFilter(clauses: [clause]), at: now)
      if try hasFewRows("users u", rows) { return .through(number) }
    }
    return .along(column)
  }
}

/// What one page of users is asked for by.
private struct UserPage {
  let selected: Condition
  let route: FilterRoute
  let isDescending: Bool
  let now: Timestamp

  var order: String { isDescending ? "DESC" : "ASC" }
  var sign: String { isDescending ? "<" : ">" }
}

extension UserSort {
  /// The moment's column that is sorted by; nil for the login's key.
  fileprivate var column: String? {
    switch self {
    case .login: nil
    case .lastLogin: "u.last_login_at"
    case .created: "u.created_at"
    }
  }
}

extension UserTerm {
  /// Whether an index finds the users behind the term.
  fileprivate var isIndexed: Bool {
    switch self {
    case .loginPrefix, .state, .lastLogin, .neverLoggedIn, .created, .scheme, .key, .keys: true
    case .loginContains, .upTo: false
    }
  }
}
