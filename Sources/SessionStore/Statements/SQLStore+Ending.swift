// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func endSessions(_ selection: SessionSelection, _ ending: Ending, after id: SessionID?, limit: Int) throws
    -> [SessionID]
  {
    var condition: Condition
    if let unexpired = Condition.unexpired(selection, at: ending.at) {
      condition = unexpired
    } else {
      condition = Condition.selected(selection, at: ending.at)
    }
    if let id { condition = condition && Condition("s.id > ?", .id(id)) }
    let ids = "SELECT s.id FROM \(sessionTables) WHERE \(condition.sql) ORDER BY s.id LIMIT ?"
    let arguments = condition.arguments + [.integer(Int64(limit))]
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason, act)
      SELECT \(ownColumns), ?, ?, ?, ?, ? FROM sessions WHERE id IN (\(ids))
      """,
      [
        .time(ending.at), .integer(Int64(ending.how.rawValue)), .text(ending.by), .text(ending.reason), .id(ending.act),
      ] + arguments)
    if ending.act != nil { try keepData(of: ids, arguments) }
    return try database.all("DELETE FROM sessions WHERE id IN (\(ids)) RETURNING id", arguments) {
      SessionID(bytes: $0.blob(0))
    }.compactMap { $0 }.sorted()
  }

  /// What pages keep for sessions goes with them; an act that can be taken back has to know it for a while.
  private func keepData(of ids: String, _ arguments: [SQLValue]) throws {
    try database.run(
      """
      INSERT INTO ended_session_data(session_id, name, value)
      SELECT session_id, name, value FROM session_data WHERE session_id IN (\(ids))
      """, arguments)
  }

  public func sweepExpired(limit: Int, under policy: SessionPolicy, at now: Timestamp) throws -> Int {
    let ids = "SELECT id FROM sessions WHERE expires_at <= ? ORDER BY expires_at, id LIMIT ?"
    let arguments: [SQLValue] = [.time(now), .integer(Int64(limit))]
    // A session ends when its limit is reached, not when the sweep comes by. The absolute limit may be the one that it
    // was made with, or a stricter one that was set since.
    let absolute = SessionKind.allCases.map { "WHEN \($0.rawValue) THEN ?" }.joined(separator: " ")
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason)
      SELECT \(ownColumns), expires_at,
        CASE WHEN absolute_expires_at <= expires_at OR created_at + (CASE kind \(absolute) END) <= expires_at
          THEN \(Ending.How.absolute.rawValue) ELSE \(Ending.How.idle.rawValue) END, '', ''
      FROM sessions WHERE id IN (\(ids))
      """, SessionKind.allCases.map { .integer(policy[$0].absolute.milliseconds) } + arguments)
    return try database.run("DELETE FROM sessions WHERE id IN (\(ids))", arguments)
  }

  public func sweepRecalled(_ recall: Recall, limit: Int) throws -> Int {
    // No session was authenticated before it was made, and ids begin with the time: these are at the start of the table.
    let ids = "SELECT id FROM sessions WHERE authenticated_at < ? AND id < ? ORDER BY id LIMIT ?"
    let arguments: [SQLValue] = [
      .time(recall.notBefore), .id(SessionID.first(at: recall.notBefore)), .integer(Int64(limit)),
    ]
    let act = recall.act
    try keepData(of: ids, arguments)
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason, act)
      SELECT \(ownColumns), ?, \(Ending.How.administrator.rawValue), ?, ?, ? FROM sessions WHERE id IN (\(ids))
      """, [.time(act.at), .text(act.by), .text(act.reason), .id(act.id)] + arguments)
    return try database.run("DELETE FROM sessions WHERE id IN (\(ids))", arguments)
  }

  public func sweepUnproved(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int {
    let ids = "SELECT id FROM sessions WHERE last_seen_at < ? ORDER BY last_seen_at, id LIMIT ?"
    let arguments: [SQLValue] = [.time(time), .integer(Int64(limit))]
    try database.run(
      """
      INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason)
      SELECT \(ownColumns), ?, \(Ending.How.administrator.rawValue), '', 'the key was replaced'
      FROM sessions WHERE id IN (\(ids))
      """, [.time(now)] + arguments)
    return try database.run("DELETE FROM sessions WHERE id IN (\(ids))", arguments)
  }

  public func endedSession(id: SessionID) throws -> Session? {
    try database.first(
      "SELECT \(sessionColumns) FROM ended_sessions s CROSS JOIN users u ON u.id = s.user_id WHERE s.id = ?", [.id(id)],
      readSession) ?? nil
  }

  public func ending(of id: SessionID) throws -> Ending? {
    try database.first(
      "SELECT ended_at, how, ended_by, reason, act FROM ended_sessions WHERE id = ?", [.id(id)]
    ) { row in
      UInt8(exactly: row.integer(1)).flatMap(Ending.How.init).map {
        Ending(
          at: Timestamp(milliseconds: row.integer(0)), how: $0, by: row.text(2), reason: row.text(3),
          act: SessionID(bytes: row.blob(4)))
      }
    } ?? nil
  }
}
