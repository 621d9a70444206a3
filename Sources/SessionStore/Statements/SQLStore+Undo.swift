// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func act(_ id: EndAct.ID) throws -> EndAct? {
    if let recall = try recall(), recall.act.id == id { return recall.act }
    return try database.first(
      "SELECT act, ended_at, ended_by, reason FROM ended_sessions WHERE act = ? LIMIT 1", [.id(id)], readAct) ?? nil
  }

  public func acts(since time: Timestamp, limit: Int) throws -> [EndAct] {
    // Acts' ids begin with their time.
    let acts = try database.all(
      """
      SELECT act, max(ended_at), max(ended_by), max(reason) FROM ended_sessions
      WHERE act >= ? GROUP BY act ORDER BY act DESC LIMIT ?
      """, [.id(SessionID.first(at: time)), .integer(Int64(limit))], readAct
    ).compactMap { $0 }
    guard let recall = try recall(), recall.act.at >= time, !acts.contains(where: { $0.id == recall.act.id }) else {
      return acts
    }
    return Array(
      (acts + [recall.act]).sorted { $0.id.bytes.lexicographicallyPrecedes($1.id.bytes) }.reversed().prefix(limit))
  }

  public func restore(_ act: EndAct.ID, at now: Timestamp) throws -> [SessionID] {
    let ids = """
      SELECT e.id FROM ended_sessions e JOIN users u ON u.id = e.user_id
      WHERE e.act = ? AND e.expires_at > ? AND e.absolute_expires_at > ? AND u.state = \(User.State.active.rawValue)
      AND e.authenticated_at >= u.not_before AND e.authenticated_at >= \(Condition.everybodyNotBefore)
      AND NOT EXISTS(SELECT 1 FROM credentials c WHERE c.user_id = u.id AND c.changed_at > e.ended_at)
      """
    let arguments: [SQLValue] = [.id(act), .time(now), .time(now)]
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
    try database.first("SELECT act, at, ended_by, reason, not_before, previous FROM recall") { row in
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
    guard let recall else {
      if let old { try set([.notBefore: old.previous.milliseconds]) }
      return
    }
    try set([.notBefore: recall.notBefore.milliseconds])
    try database.run(
      "INSERT INTO recall(id, not_before, previous, act, at, ended_by, reason) VALUES(1, ?, ?, ?, ?, ?, ?)",
      [
        .time(recall.notBefore), .time(recall.previous), .id(recall.act.id), .time(recall.act.at),
        .text(recall.act.by), .text(recall.act.reason),
      ])
  }

  private func readAct(_ row: any Row) throws -> EndAct? {
    SessionID(bytes: row.blob(0)).map {
      EndAct(id: $0, at: Timestamp(milliseconds: row.integer(1)), by: row.text(2), reason: row.text(3))
    }
  }
}
