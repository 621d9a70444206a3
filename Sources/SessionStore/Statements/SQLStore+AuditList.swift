// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func audit(
    _ query: AuditQuery, from number: Int64?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [AuditListing] {
    let isDescending = query.descending == (direction == .after)
    let numbers = try numbers(
      search(query.filter, at: now), from: number, isDescending: isDescending, limit: limit)
    guard !numbers.isEmpty else { return [] }
    let some = Condition.list("t.id", numbers.map { .integer($0) })
    let rows = try database.all(
      """
      SELECT \(auditColumns), (SELECT u.login FROM users u WHERE u.id = t.target_user)
      FROM audit t WHERE \(some.sql) ORDER BY t.id \(isDescending ? "DESC" : "ASC")
      """, some.arguments
    ) { row in
      readEntry(row).map { AuditListing(entry: $0, login: row.isNull(9) ? nil : row.text(9)) }
    }.compactMap { $0 }
    return direction == .after ? rows : rows.reversed()
  }

  public func countAudit(_ filter: AuditFilter, at now: Timestamp) throws -> CappedCount {
    CappedCount(found: try count(search(filter, at: now), upTo: CappedCount.cap))
  }
}
