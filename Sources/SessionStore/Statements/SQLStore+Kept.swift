// The operations are documented where they are asked for: in SessionCore's UndoTable.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func keepExtended(
    _ session: Session, by act: DoneAct.ID, seenAt time: Timestamp, until end: Timestamp
  ) throws {
    try database.run(
      """
      INSERT INTO extended_sessions(
        act, session_id, last_seen_at, expires_at, sealed_until, seal, seen_then, expires_then)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(act), .id(session.id), .time(session.lastSeenAt), .time(session.expiresAt), .time(session.seal.until),
        .blob(session.seal.code), .time(time), .time(end),
      ])
  }

  public func restoreExtended(_ act: DoneAct.ID, limit: Int, at now: Timestamp) throws -> (seen: Int, restored: Int) {
    let kept = try database.all(
      """
      SELECT last_seen_at, expires_at, sealed_until, seal, session_id, seen_then, expires_then
      FROM extended_sessions WHERE act = ? ORDER BY session_id LIMIT ?\(lock)
      """, [.id(act), .integer(Int64(limit))]
    ) { row in
      [
        .integer(row.integer(0)), .integer(row.integer(1)), .integer(row.integer(2)), .blob(row.blob(3)),
        .blob(row.blob(4)), .integer(row.integer(5)), .integer(row.integer(6)), .integer(row.integer(1)),
      ] as [SQLValue]
    }
    let restored = try kept.reduce(0) { count, values in
      try count
        + database.run(
          """
          UPDATE sessions SET last_seen_at = ?, expires_at = ?, sealed_until = ?, seal = ?
          WHERE id = ? AND last_seen_at = ? AND expires_at = ? AND ? > ?
          """, values + [.time(now)])
    }
    let of = Condition("act = ?", .id(act)) && .list("session_id", kept.map { $0[4] })
    try database.run("DELETE FROM extended_sessions WHERE \(of.sql)", of.arguments)
    return (kept.count, restored)
  }

  public func keepChanged(_ user: User, by act: DoneAct.ID, versionThen version: Int64) throws {
    try database.run(
      "INSERT INTO changed_users(act, user_id, state, not_before, version_then) VALUES(?, ?, ?, ?, ?)",
      [
        .id(act), .id(user.id), .integer(Int64(user.state.rawValue)), .time(user.notBefore), .integer(version),
      ])
  }

  public func restoreChanged(_ act: DoneAct.ID, limit: Int) throws -> (seen: Int, users: [User.ID]) {
    let kept = try database.all(
      """
      SELECT state, not_before, user_id, version_then FROM changed_users WHERE act = ? ORDER BY user_id LIMIT ?\(lock)
      """, [.id(act), .integer(Int64(limit))]
    ) { row in (0..<4).map { row.integer($0) } }
    let restored = try kept.filter { values in
      try database.run(
        "UPDATE users SET state = ?, not_before = ?, version = version + 1 WHERE id = ? AND version = ?",
        values.map { .integer($0) }) > 0
    }
    let of = Condition("act = ?", .id(act)) && .list("user_id", kept.map { .integer($0[2]) })
    try database.run("DELETE FROM changed_users WHERE \(of.sql)", of.arguments)
    return (kept.count, restored.map { User.ID(rawValue: $0[2]) })
  }

  public func pruneUndo(before time: Timestamp, limit: Int) throws -> Int {
    // Acts' ids begin with their time.
    let bounds: [SQLValue] = [.id(SessionID.first(at: time)), .integer(Int64(limit))]
    return try [
      ("extended_sessions", "act, session_id"), ("changed_users", "act, user_id"), ("forgiven", "act, subject"),
      ("removed_users", "act"), ("kept_activations", "act, user_id"),
    ].reduce(0) { count, table in
      let (name, key) = table
      return try count
        + database.run(
          dialect.delete(from: name, where: "act < ?", order: key, key: key), bounds)
    }
  }
}
