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
    let some = "SELECT * FROM extended_sessions WHERE act = ? ORDER BY session_id LIMIT ?"
    let arguments: [SQLValue] = [.id(act), .integer(Int64(limit))]
    let restored = try database.run(
      """
      UPDATE sessions SET last_seen_at = e.last_seen_at, expires_at = e.expires_at, sealed_until = e.sealed_until,
        seal = e.seal
      FROM (\(some)) e
      WHERE sessions.id = e.session_id AND sessions.last_seen_at = e.seen_then AND sessions.expires_at = e.expires_then
        AND e.expires_at > ?
      """, arguments + [.time(now)])
    let seen = try database.run(
      "DELETE FROM extended_sessions WHERE act = ? AND session_id IN (SELECT session_id FROM (\(some)))",
      [.id(act)] + arguments)
    return (seen, restored)
  }

  public func keepChanged(_ user: User, by act: DoneAct.ID, versionThen version: Int64) throws {
    try database.run(
      "INSERT INTO changed_users(act, user_id, state, not_before, version_then) VALUES(?, ?, ?, ?, ?)",
      [
        .id(act), .id(user.id), .integer(Int64(user.state.rawValue)), .time(user.notBefore), .integer(version),
      ])
  }

  public func restoreChanged(_ act: DoneAct.ID, limit: Int) throws -> (seen: Int, users: [User.ID]) {
    let some = "SELECT * FROM changed_users WHERE act = ? ORDER BY user_id LIMIT ?"
    let arguments: [SQLValue] = [.id(act), .integer(Int64(limit))]
    let users = try database.all(
      """
      UPDATE users SET state = c.state, not_before = c.not_before, version = version + 1
      FROM (\(some)) c WHERE users.id = c.user_id AND users.version = c.version_then
      RETURNING id
      """, arguments
    ) { User.ID(rawValue: $0.integer(0)) }
    let seen = try database.run(
      "DELETE FROM changed_users WHERE act = ? AND user_id IN (SELECT user_id FROM (\(some)))", [.id(act)] + arguments)
    return (seen, users)
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
          "DELETE FROM \(name) WHERE (\(key)) IN (SELECT \(key) FROM \(name) WHERE act < ? ORDER BY \(key) LIMIT ?)",
          bounds)
    }
  }
}
