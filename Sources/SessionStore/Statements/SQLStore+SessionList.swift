// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func sessions(
    _ query: SessionQuery, from position: SessionPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [Session] {
    var page = SessionPage(
      sort: query.sort, isDescending: query.descending == (direction == .after), from: position, limit: limit)
    if let rows = try glance(query.filter, page, at: now) { return direction == .after ? rows : rows.reversed() }
    let search = try search(query.filter, at: now)
    guard !search.isNone else { return [] }
    var rows: [Session] = []
    while rows.count < limit {
      let found = try candidates(search, page)
      // Whose user was put out a moment ago is gone as soon as it is swept: until then it is passed over.
      rows += found.filter { $0.isLive(at: now) }
      guard found.count >= page.limit, let last = found.last else { break }
      page.from = query.position(of: last)
      page.limit = max(limit, 500)
    }
    rows = Array(rows.prefix(limit))
    return direction == .after ? rows : rows.reversed()
  }

  /// A page, where the beginning of the order's index has all of it; nil where it has not.
  private func glance(_ filter: SessionFilter, _ page: SessionPage, at now: Timestamp) throws -> [Session]? {
    // Whose logins are sought is found by their users, and a single session by its id.
    let isWorthIt = !filter.clauses.isEmpty && !filter.clauses.contains { $0.isOfLogins || $0.isOfIDs }
    guard dialect == .sqlite, isWorthIt else { return nil }
    let search = try selection(filter, at: now)
    let part = search.bounds.condition(page.sort, from: page.from, isDescending: page.isDescending, dialect)
    func met(within passed: Int) throws -> [Session] {
      try candidates(search.condition, page.sort.index, page, among: part, upTo: passed).filter { $0.isLive(at: now) }
    }
    let rows = try met(within: SessionSearch.glanced)
    if rows.count == page.limit { return rows }
    // Where some were met the rest is as likely not much further, which is nearer than counting first.
    let likely = rows.isEmpty ? .max : SessionSearch.glanced * page.limit / rows.count
    if likely <= SessionSearch.passed {
      let rows = try met(within: SessionSearch.passed)
      if rows.count == page.limit { return rows }
    }
    // Near a list's end there is no more: what was passed is all.
    let passed = try database.count(
      "SELECT 1 FROM sessions s\(dialect.following(page.sort.index)) WHERE \(part.sql)", part.arguments,
      upTo: SessionSearch.glanced)
    return passed < SessionSearch.glanced ? rows : nil
  }

  /// Sessions that an index takes for live and selected, in their order; fewer than were asked for when there are no more.
  private func candidates(_ search: SessionSearch, _ page: SessionPage) throws -> [Session] {
    var all = search.isFew ? nil : try alongOrder(search, page)
    if all == nil {
      let after = page.from.map { beyond($0, page) } ?? Condition("1")
      all = try search.ranges.flatMap { range in
        try candidates(range.condition && search.condition && after, range.index, page)
      }
    }
    guard var all else { return [] }
    var known: Set<SessionID> = []
    if search.ranges.count > 1 { all = all.filter { known.insert($0.id).inserted } }
    // What is joined to a part of a table comes as the engine likes.
    let query = SessionQuery(sort: page.sort)
    all.sort { left, right in
      let (left, right) = (query.position(of: left), query.position(of: right))
      return page.isDescending ? page.precedes(right, left) : page.precedes(left, right)
    }
    return Array(all.prefix(page.limit))
  }

  /// What is found by following the order's index; nil where it is better to sort.
  private func alongOrder(_ search: SessionSearch, _ page: SessionPage) throws -> [Session]? {
    let part = search.bounds.condition(page.sort, from: page.from, isDescending: page.isDescending, dialect)
    // A server would write down what is passed.
    if dialect == .sqlite, !search.question.filter.clauses.isEmpty {
      let found = try candidates(search.condition, page.sort.index, page, among: part, upTo: SessionSearch.passed)
      if found.count >= page.limit { return found }
      if try isSortable(search) { return nil }
    }
    return try candidates(part && search.condition, page.sort.index, page)
  }

  private func candidates(
    _ condition: Condition, _ index: SessionIndex, _ page: SessionPage, among some: Condition? = nil,
    upTo passed: Int = .max
  ) throws -> [Session] {
    let order = page.isDescending ? "DESC" : "ASC"
    let columns = page.sort.column.map { "\($0) \(order), " } ?? ""
    let sorted = "ORDER BY \(columns)s.id \(order) LIMIT ?"
    var tables = Condition("sessions s\(dialect.following(index))")
    var ids = Condition("SELECT s.id AS id FROM ")
    if let some {
      tables.sql = "(SELECT \(indexedColumns) FROM \(tables.sql) WHERE \(some.sql) \(sorted)) AS s"
      tables.arguments = some.arguments + [.integer(Int64(passed))]
    }
    // What is taken in its order from the start of an order needs no sorting, and is not read to its end.
    ids =
      ids + tables + Condition(" WHERE ") + condition
      + Condition(some == nil ? " \(sorted)" : " LIMIT ?", .integer(Int64(page.limit)))
    return try database.all(
      """
      SELECT \(sessionColumns) FROM (\(ids.sql)) AS f
      \(dialect.orderedJoin) sessions s ON s.id = f.id \(dialect.orderedJoin) users u ON u.id = s.user_id
      """, ids.arguments, readSession
    ).compactMap { $0 }
  }

  /// What comes after a place, where an index of something else is followed.
  private func beyond(_ place: SessionPosition, _ page: SessionPage) -> Condition {
    let sign = page.isDescending ? "<" : ">"
    guard let column = page.sort.column else { return Condition("+s.id \(sign) ?", .id(place.id)) }
    return dialect.beyond(("+" + column, "+s.id"), sign, (.time(place.time), .id(place.id)))
  }

  public func sample(_ selection: SessionSelection, limit: Int, at now: Timestamp) throws -> [Session] {
    let filter: SessionFilter
    switch selection {
    // What is shown of many: of a moment a while ago, those that match now are as good.
    case .matching(let asked), .matchingAsOf(let asked, _): filter = asked
    case .one(let id): filter = SessionFilter(terms: [.id(id)])
    case .user(let id): filter = SessionFilter(terms: [.user(id)])
    case .others(of: let user, than: let id): filter = SessionFilter(terms: [.user(user)]).and(not: .id(id))
    case .among(let ids, let asked, asOf: _): filter = asked.and(.ids(ids))
    }
    return try sessions(SessionQuery(filter: filter), from: nil, .after, limit: limit, at: now)
  }

  /// Counts up to `cap`. Above ``counted`` an index is taken at its word: whose user was put out a moment ago, and who is
  /// not swept yet, may be among them.
  func countMatching(_ filter: SessionFilter, upTo cap: Int, at now: Timestamp) throws -> CappedCount {
    let search = try search(filter, at: now)
    guard !search.isNone else { return CappedCount(found: 0, cap: cap) }
    var ranges = search.ranges
    var found = try search.count ?? count(search, ranges, upTo: cap) { "SELECT 1 \($0)" }
    if found <= cap, ranges.contains(where: { $0.extent == .beginning }) {
      ranges = [SessionRange(index: .byEnd, condition: search.bounds.range(.ends))]
      found = try count(search, ranges, upTo: cap) { "SELECT 1 \($0)" }
    }
    guard found <= Self.counted else { return CappedCount(found: found, cap: cap) }
    let live = Condition.isLive(at: now)
    let exact = try count(search, ranges, upTo: cap, live.arguments) { part in
      """
      SELECT 1 FROM (SELECT s.id AS id \(part)) AS f
      \(dialect.orderedJoin) sessions s ON s.id = f.id \(dialect.orderedJoin) users u ON u.id = s.user_id
      WHERE \(live.sql)
      """
    }
    return CappedCount(found: exact, cap: cap)
  }

  /// Sessions up to which each one's user is asked for a count.
  private static let counted = 1000

  /// Counts what is in any of some parts of indexes, each only where it is not in one before.
  private func count(
    _ search: SessionSearch, _ ranges: [SessionRange], upTo cap: Int, _ more: [SQLValue] = [],
    _ query: (String) -> String
  ) throws -> Int {
    var found = 0
    for (number, range) in ranges.enumerated() where found <= cap {
      var condition = range.condition && search.condition
      for other in ranges[..<number] { condition = condition && other.condition.negated }
      found += try database.count(
        query("FROM sessions s\(dialect.following(range.index)) WHERE \(condition.sql)"), condition.arguments + more,
        upTo: cap - found)
    }
    return found
  }
}

/// What a page is asked for by.
private struct SessionPage {
  let sort: SessionSort
  let isDescending: Bool
  var from: SessionPosition?
  var limit: Int

  /// Whether one of two places comes first when the smallest do.
  func precedes(_ left: SessionPosition, _ right: SessionPosition) -> Bool {
    sort == .started ? left.id < right.id : (left.time, left.id) < (right.time, right.id)
  }
}
