// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func endSessions(_ selection: SessionSelection, _ ending: Ending) throws -> [SessionID] {
    let condition = Condition.selected(selection, at: ending.at)
    let ids = "SELECT s.id FROM \(sessionTables) WHERE \(condition.sql)"
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason)
      SELECT \(ownColumns), ?, ?, ?, ? FROM sessions WHERE id IN (\(ids))
      """,
      [.time(ending.at), .integer(Int64(ending.how.rawValue)), .text(ending.by), .text(ending.reason)]
        + condition.arguments)
    return try database.all("DELETE FROM sessions WHERE id IN (\(ids)) RETURNING id", condition.arguments) {
      SessionID(bytes: $0.blob(0))
    }.compactMap { $0 }
  }

  public func sweep(limit: Int, at now: Timestamp) throws -> Int {
    let ids = "SELECT id FROM sessions WHERE expires_at <= ? ORDER BY expires_at, id LIMIT ?"
    let arguments: [SQLValue] = [.time(now), .integer(Int64(limit))]
    // A session ends when its limit is reached, not when the sweep comes by. The absolute limit may be the one that it
    // was made with, or a stricter one that was set since.
    let absolute = SQLValue.integer(try policy().absolute.milliseconds)
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason)
      SELECT \(ownColumns), expires_at, CASE WHEN absolute_expires_at <= expires_at OR created_at + ? <= expires_at
        THEN \(Ending.How.absolute.rawValue) ELSE \(Ending.How.idle.rawValue) END, '', ''
      FROM sessions WHERE id IN (\(ids))
      """, [absolute] + arguments)
    return try database.run("DELETE FROM sessions WHERE id IN (\(ids))", arguments)
  }

  public func ending(of id: SessionID) throws -> Ending? {
    try database.first("SELECT ended_at, how, ended_by, reason FROM ended_sessions WHERE id = ?", [.id(id)]) { row in
      UInt8(exactly: row.integer(1)).flatMap(Ending.How.init).map {
        Ending(at: Timestamp(milliseconds: row.integer(0)), how: $0, by: row.text(2), reason: row.text(3))
      }
    } ?? nil
  }
}
