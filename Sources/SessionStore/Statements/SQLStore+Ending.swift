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
    return try move(
      "SELECT s.id FROM \(sessionTables) WHERE \(condition.sql) ORDER BY s.id LIMIT ?",
      condition.arguments + [.integer(Int64(limit))],
      to: Condition(
        "?, ?, ?, ?",
        .time(ending.at), .integer(Int64(ending.how.rawValue)), .text(ending.by), .text(ending.reason)),
      by: ending.act)
  }

  /// Moves sessions to the ended ones.
  ///
  /// - Parameters:
  ///   - query: finds their ids.
  ///   - arguments: the query's.
  ///   - ending: the columns `ended_at, how, ended_by, reason`.
  ///   - act: as part of what it can be taken back; nil for good.
  /// - Returns: which they were, in the query's order.
  /// - Throws: ``SessionCore/StoreError``.
  private func move(_ query: String, _ arguments: [SQLValue], to ending: Condition, by act: DoneAct.ID?) throws
    -> [SessionID]
  {
    let ids = try database.all(query + lock, arguments) { SessionID(bytes: $0.blob(0)) }.compactMap { $0 }
    try inParts(ids) { ids in
      let (sessions, data) = (Condition.list("id", ids), Condition.list("session_id", ids))
      try database.run(
        """
        INSERT INTO ended_sessions(\(ownColumns), ended_at, how, ended_by, reason, act)
        SELECT \(ownColumns), \(ending.sql), ? FROM sessions WHERE \(sessions.sql)
        """, ending.arguments + [.id(act)] + sessions.arguments)
      if act != nil {
        // What pages keep for sessions goes with them; an act that can be taken back has to know it for a while.
        try database.run(
          """
          INSERT INTO ended_session_data(session_id, name, value)
          SELECT session_id, name, value FROM session_data WHERE \(data.sql)
          """, data.arguments)
      }
      try database.run("DELETE FROM sessions WHERE \(sessions.sql)", sessions.arguments)
    }
    return ids
  }

  /// Hands out ids as arguments, as many at a time as a statement takes.
  func inParts(_ ids: [SessionID], _ body: ([SQLValue]) throws -> Void) rethrows {
    for start in stride(from: 0, to: ids.count, by: 500) {
      try body(ids[start..<min(start + 500, ids.count)].map { .id($0) })
    }
  }

  public func sweepExpired(limit: Int, under policy: SessionPolicy, at now: Timestamp) throws -> Int {
    // A session ends when its limit is reached, not when the sweep comes by. The absolute limit may be the one that it
    // was made with, or a stricter one that was set since.
    let absolute = SessionKind.allCases.map { "WHEN \($0.rawValue) THEN ?" }.joined(separator: " ")
    var ending = Condition(
      """
      expires_at,
      CASE WHEN absolute_expires_at <= expires_at OR created_at + (CASE kind \(absolute) END) <= expires_at
        THEN \(Ending.How.absolute.rawValue) ELSE \(Ending.How.idle.rawValue) END, '', ''
      """)
    ending.arguments = SessionKind.allCases.map { .integer(policy[$0].absolute.milliseconds) }
    return try move(
      "SELECT id FROM sessions WHERE expires_at <= ? ORDER BY expires_at, id LIMIT ?",
      [.time(now), .integer(Int64(limit))], to: ending, by: nil
    ).count
  }

  public func sweepRecalled(_ recall: Recall, limit: Int) throws -> Int {
    // No session was authenticated before it was made, and ids begin with the time: these are at the start of the table.
    let act = recall.act
    return try move(
      "SELECT id FROM sessions WHERE authenticated_at < ? AND id < ? ORDER BY id LIMIT ?",
      [.time(recall.notBefore), .id(SessionID.first(at: recall.notBefore)), .integer(Int64(limit))],
      to: Condition(
        "?, \(Ending.How.administrator.rawValue), ?, ?", .time(act.at), .text(act.by), .text(act.reason)),
      by: act.id
    ).count
  }

  public func sweepUnproved(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int {
    try move(
      "SELECT id FROM sessions WHERE last_seen_at < ? ORDER BY last_seen_at, id LIMIT ?",
      [.time(time), .integer(Int64(limit))],
      to: Condition("?, \(Ending.How.administrator.rawValue), '', 'the key was replaced'", .time(now)), by: nil
    ).count
  }

  public func endedSession(id: SessionID) throws -> Session? {
    try database.first(
      "SELECT \(sessionColumns) FROM ended_sessions s \(dialect.orderedJoin) users u ON u.id = s.user_id WHERE s.id = ?",
      [.id(id)],
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
