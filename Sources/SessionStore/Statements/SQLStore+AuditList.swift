// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func audit(
    _ query: AuditQuery, from number: Int64?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [AuditListing] {
    let route = try route(of: query.filter, along: "t.id", at: now)
    var condition = Condition.selected(query.filter, by: route, at: now)
    let isDescending = query.descending == (direction == .after)
    if let number { condition = condition && Condition("t.id \(isDescending ? "<" : ">") ?", .integer(number)) }
    let rows = try database.all(
      """
      SELECT \(auditColumns), (SELECT u.login FROM users u WHERE u.id = t.target_user)
      FROM audit t WHERE \(condition.sql) ORDER BY \(route.order("t.id")) \(isDescending ? "DESC" : "ASC") LIMIT ?
      """, condition.arguments + [.integer(Int64(limit))]
    ) { row in
      readEntry(row).map { AuditListing(entry: $0, login: row.isNull(9) ? nil : row.text(9)) }
    }.compactMap { $0 }
    return direction == .after ? rows : rows.reversed()
  }

  public func countAudit(_ filter: AuditFilter, at now: Timestamp) throws -> CappedCount {
    let condition = Condition.selected(filter, by: try route(of: filter, along: nil, at: now), at: now)
    return CappedCount(
      found: try database.count(
        "SELECT 1 FROM audit t WHERE \(condition.sql)", condition.arguments, upTo: CappedCount.cap))
  }

  /// The route for a filter of the audit log; `order` is the column by which its entries are asked for, if any.
  private func route(of filter: AuditFilter, along order: String?, at now: Timestamp) throws -> FilterRoute {
    for (number, clause) in filter.clauses.enumerated()
    where clause.allSatisfy({ !$0.isNegated && $0.term.isIndexed }) {
      let rows = Condition.selected(AuditFilter(clauses: [clause]), by: .free, at: now)
      if try hasFewRows("audit t", rows) { return .through(number) }
    }
    return order.map { .along($0) } ?? .free
  }

  /// Whether few enough rows of `table` are behind `condition`, which an index serves, to be sorted at once.
  func hasFewRows(_ table: String, _ condition: Condition) throws -> Bool {
    try database.count(
      "SELECT 1 FROM \(table) WHERE \(condition.sql)", condition.arguments, upTo: FilterRoute.fewNarrow)
      <= FilterRoute.fewNarrow
  }
}

extension Condition {
  /// The entries of the audit log that a filter selects, met by a route.
  fileprivate static func selected(_ filter: AuditFilter, by route: FilterRoute, at now: Timestamp) -> Condition {
    all(filter) { term, clause in term.condition(at: now) { route.column($0, of: clause) } }
  }
}
