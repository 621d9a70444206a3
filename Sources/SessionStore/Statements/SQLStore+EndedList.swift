// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func endedSessions(of user: User.ID, limit: Int) throws -> [EndedSession] {
    try database.all(
      """
      SELECT \(sessionColumns), s.ended_at, s.how, s.ended_by, s.reason
      FROM ended_sessions s \(dialect.orderedJoin) users u ON u.id = s.user_id
      WHERE s.user_id = ? ORDER BY s.ended_at DESC LIMIT ?
      """, [.id(user), .integer(Int64(limit))]
    ) { row in
      guard let session = try readSession(row), let how = UInt8(exactly: row.integer(19)).flatMap(Ending.How.init)
      else { return nil }
      return EndedSession(
        session: session,
        ending: Ending(
          at: Timestamp(milliseconds: row.integer(18)), how: how, by: row.text(20), reason: row.text(21)))
    }.compactMap { $0 }
  }
}
