// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func addAct(_ act: EndAct) throws {
    try database.run(
      "INSERT INTO acts(id, at, ended_by, reason) VALUES(?, ?, ?, ?)",
      [.id(act.id), .time(act.at), .text(act.by), .text(act.reason)])
  }

  public func act(_ id: EndAct.ID) throws -> EndAct? {
    try database.first("SELECT id, at, ended_by, reason FROM acts WHERE id = ?", [.id(id)], readAct) ?? nil
  }

  public func acts(since time: Timestamp, limit: Int) throws -> [EndAct] {
    // Acts' ids begin with their time.
    try database.all(
      "SELECT id, at, ended_by, reason FROM acts WHERE id >= ? ORDER BY id DESC LIMIT ?",
      [.id(SessionID.first(at: time)), .integer(Int64(limit))], readAct
    ).compactMap { $0 }
  }

  public func removeAct(_ id: EndAct.ID) throws { try database.run("DELETE FROM acts WHERE id = ?", [.id(id)]) }

  public func restore(_ act: EndAct.ID, limit: Int, at now: Timestamp) throws -> [SessionID] {
    let ids = """
      SELECT e.id FROM ended_sessions e JOIN users u ON u.id = e.user_id
      WHERE e.act = ? AND e.expires_at > ? AND e.absolute_expires_at > ? AND u.state = \(User.State.active.rawValue)
      AND e.authenticated_at >= u.not_before AND e.authenticated_at >= \(Condition.everybodyNotBefore)
      ORDER BY e.id LIMIT ?
      """
    let arguments: [SQLValue] = [.id(act), .time(now), .time(now), .integer(Int64(limit))]
    try database.run(
      """
      INSERT INTO sessions(\(ownColumns)) SELECT \(ownColumns) FROM ended_sessions WHERE id IN (\(ids))
      """, arguments)
    try database.run(
      """
      INSERT INTO session_data(session_id, name, value)
      SELECT session_id, name, value FROM ended_session_data WHERE session_id IN (\(ids))
      """, arguments)
    try database.run("DELETE FROM ended_session_data WHERE session_id IN (\(ids))", arguments)
    return try database.all("DELETE FROM ended_sessions WHERE id IN (\(ids)) RETURNING id", arguments) {
      SessionID(bytes: $0.blob(0))
    }.compactMap { $0 }
  }

  public func recall() throws -> Recall? {
    try database.first(
      """
      SELECT a.id, a.at, a.ended_by, a.reason, r.not_before, r.previous FROM recall r JOIN acts a ON a.id = r.act
      """
    ) { row in
      try readAct(row).map {
        Recall(
          act: $0, notBefore: Timestamp(milliseconds: row.integer(4)),
          previous: Timestamp(milliseconds: row.integer(5)))
      }
    } ?? nil
  }

  public func setRecall(_ recall: Recall?) throws {
    let old = try self.recall()
    try database.run("DELETE FROM recall", [])
    // One that another took the place of cannot be taken back any more: everybody would still be out.
    if let old { try removeAct(old.act.id) }
    guard let recall else {
      if let old { try set([.notBefore: old.previous.milliseconds]) }
      return
    }
    try set([.notBefore: recall.notBefore.milliseconds])
    try addAct(recall.act)
    try database.run(
      "INSERT INTO recall(id, not_before, previous, act) VALUES(1, ?, ?, ?)",
      [.time(recall.notBefore), .time(recall.previous), .id(recall.act.id)])
  }

  private func readAct(_ row: any Row) throws -> EndAct? {
    SessionID(bytes: row.blob(0)).map {
      EndAct(id: $0, at: Timestamp(milliseconds: row.integer(1)), by: row.text(2), reason: row.text(3))
    }
  }
}
