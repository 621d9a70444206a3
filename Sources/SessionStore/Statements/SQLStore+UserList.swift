// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func users(
    _ query: UserQuery, from position: UserPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [UserListing] {
    let page = UserPage(
      search: try search(query.filter, by: query.sort, at: now), sort: query.sort,
      isDescending: query.descending == (direction == .after), now: now)
    guard !page.search.isNone else { return [] }
    let rows =
      switch query.sort.column {
      case nil: try users(page, position, limit)
      case let column?: try users(page, position, by: column, limit)
      }
    return direction == .after ? rows : rows.reversed()
  }

  /// Users by their login's key.
  private func users(_ page: UserPage, _ position: UserPosition?, _ limit: Int) throws -> [UserListing] {
    var condition = page.search.condition
    if let position { condition = condition && Condition("u.login_key \(page.sign) ?", .text(position.key)) }
    return try users(page, condition, order: "u.login_key \(page.order)", limit)
  }

  /// Users by a moment. Those without one stand together at the end that is before all moments: an index finds either
  /// part, and no comparison finds both.
  private func users(_ page: UserPage, _ position: UserPosition?, by column: String, _ limit: Int) throws
    -> [UserListing]
  {
    let order = "\(column) \(page.order), u.id \(page.order)"
    var known = page.search.condition && Condition("\(column) IS NOT NULL")
    var unknown = page.search.condition && Condition("\(column) IS NULL")
    switch position {
    case let position? where position.time != nil:
      known = known && dialect.beyond((column, "u.id"), page.sign, (.time(position.time), .id(position.id)))
      if !page.isDescending { unknown = unknown && Condition("0") }
    case let position?:
      unknown = unknown && Condition("u.id \(page.sign) ?", .id(position.id))
      if page.isDescending { known = known && Condition("0") }
    case nil: break
    }
    let parts = page.sort == .lastLogin ? (page.isDescending ? [known, unknown] : [unknown, known]) : [known]
    var rows: [UserListing] = []
    for part in parts where rows.count < limit {
      rows += try users(page, part, order: order, limit - rows.count)
    }
    return rows
  }

  /// Users of a part of the order.
  private func users(_ page: UserPage, _ condition: Condition, order: String, _ limit: Int) throws -> [UserListing] {
    var all: [UserListing] = []
    if page.search.isFew {
      for range in page.search.ranges {
        all += try users(range.condition && condition, range.index, order: order, limit, at: page.now)
      }
    } else {
      all = try users(condition, page.search.index, order: order, limit, at: page.now)
    }
    var known: Set<User.ID> = []
    if page.search.ranges.count > 1 { all = all.filter { known.insert($0.user.id).inserted } }
    // What is joined to a part of a table comes as the engine likes.
    all.sort { page.isDescending ? page.precedes($1.user, $0.user) : page.precedes($0.user, $1.user) }
    return Array(all.prefix(limit))
  }

  private func users(_ condition: Condition, _ index: UserIndex, order: String, _ limit: Int, at now: Timestamp) throws
    -> [UserListing]
  {
    let users = try database.all(
      """
      SELECT \(userColumns),
        (SELECT sum(t.failures) FROM throttle t WHERE t.user_id = u.id AND t.last_at >= ?),
        (SELECT max(t.until) FROM throttle t WHERE t.user_id = u.id AND t.until > ?)
      FROM (SELECT u.id AS id FROM users u\(dialect.following(index)) WHERE \(condition.sql) ORDER BY \(order) LIMIT ?) AS f
      \(dialect.orderedJoin) users u ON u.id = f.id
      """,
      [.time(now - GuessingPolicy.memory), .time(now)] + condition.arguments + [.integer(Int64(limit))]
    ) { row in
      UserListing(
        user: readUser(row), liveSessions: 0, failures: Int(row.integer(10)),
        waitsUntil: row.isNull(11) ? nil : Timestamp(milliseconds: row.integer(11)))
    }
    let floor = users.isEmpty ? .distantPast : try everybodyNotBefore()
    return try users.map { listing in
      var listing = listing
      listing.liveSessions = try countLive(of: listing.user, since: floor, at: now)
      return listing
    }
  }

  /// How many live sessions a user has, who was just read, in the index of users' sessions alone.
  private func countLive(of user: User, since floor: Timestamp, at now: Timestamp) throws -> Int {
    guard user.state == .active else { return 0 }
    let live =
      Condition("s.user_id = ? AND s.expires_at > ?", .id(user.id), .time(now))
      && .proved(
        since: max(floor, user.notBefore))
    let found = try database.count(
      "SELECT 1 FROM sessions s\(dialect.following(.byOwner)) WHERE \(live.sql)", live.arguments,
      upTo: UserListing.liveSessionsCap)
    return min(found, UserListing.liveSessionsCap)
  }

  public func countUsers(_ filter: UserFilter, upTo cap: Int, at now: Timestamp) throws -> CappedCount {
    let search = try search(filter, by: .login, at: now)
    if let count = search.count, count <= UserSearch.few || cap < count { return CappedCount(found: count, cap: cap) }
    let ranges =
      search.ranges.isEmpty || search.ranges.contains { $0.index == .byNumber && !search.isFew }
      ? [UserRange(search.index, Condition("1"), in: dialect)] : search.ranges
    var found = 0
    for (number, range) in ranges.enumerated() where found <= cap {
      var condition = range.condition && search.condition
      for other in ranges[..<number] { condition = condition && other.condition.negated }
      found += try database.count(
        "SELECT 1 FROM users u\(dialect.following(range.index)) WHERE \(condition.sql)", condition.arguments,
        upTo: cap - found)
    }
    return CappedCount(found: found, cap: cap)
  }
}

/// What one page of users is asked for by.
private struct UserPage {
  let search: UserSearch
  let sort: UserSort
  let isDescending: Bool
  let now: Timestamp

  var order: String { isDescending ? "DESC" : "ASC" }
  var sign: String { isDescending ? "<" : ">" }

  /// Whether one of two users of one part of the order comes first in it.
  func precedes(_ left: User, _ right: User) -> Bool {
    switch sort {
    case .login: left.login.key.utf8.lexicographicallyPrecedes(right.login.key.utf8)
    case .lastLogin:
      (left.lastLoginAt ?? .distantPast, left.id.rawValue) < (right.lastLoginAt ?? .distantPast, right.id.rawValue)
    case .created: (left.createdAt, left.id.rawValue) < (right.createdAt, right.id.rawValue)
    }
  }
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
