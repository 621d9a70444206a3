// The operations are documented where they are asked for: in SessionCore's UndoTable.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

private let throttleColumns = "subject, scope, login, user_id, address, failures, refused, last_at, until"
private let keptUserColumns = """
  login, login_key, state, not_before, created_at, last_login_at, last_login_from, max_sessions
  """
private let credentialColumns = "phc, scheme, changed_at, source, pepper_id, must_change"

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

  public func restoreExtended(_ act: DoneAct.ID, limit: Int) throws -> (seen: Int, restored: Int) {
    let some = "SELECT * FROM extended_sessions WHERE act = ? ORDER BY session_id LIMIT ?"
    let arguments: [SQLValue] = [.id(act), .integer(Int64(limit))]
    let restored = try database.run(
      """
      UPDATE sessions SET last_seen_at = e.last_seen_at, expires_at = e.expires_at, sealed_until = e.sealed_until,
        seal = e.seal
      FROM (\(some)) e
      WHERE sessions.id = e.session_id AND sessions.last_seen_at = e.seen_then AND sessions.expires_at = e.expires_then
      """, arguments)
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

  public func restoreChanged(_ act: DoneAct.ID) throws -> [User.ID] {
    let users = try database.all(
      """
      UPDATE users SET state = c.state, not_before = c.not_before, version = version + 1
      FROM (SELECT * FROM changed_users WHERE act = ?) c WHERE users.id = c.user_id AND users.version = c.version_then
      RETURNING id
      """, [.id(act)]
    ) { User.ID(rawValue: $0.integer(0)) }
    try database.run("DELETE FROM changed_users WHERE act = ?", [.id(act)])
    return users
  }

  public func keepForgiven(_ which: Forgiveness, by act: DoneAct.ID) throws {
    let condition =
      switch which {
      case .subject(let subject): Condition("subject = ?", .blob(subject))
      case .user(let user): Condition("user_id = ?", .id(user))
      case .network(let address): Condition("address = ?", .blob(address.network.bytes))
      case .all: Condition("1")
      }
    try database.run(
      """
      INSERT INTO forgiven(act, \(throttleColumns)) SELECT ?, \(throttleColumns) FROM throttle WHERE \(condition.sql)
      """, [.id(act)] + condition.arguments)
  }

  public func restoreForgiven(_ act: DoneAct.ID) throws -> Int {
    let restored = try database.run(
      """
      INSERT INTO throttle(\(throttleColumns)) SELECT \(throttleColumns) FROM forgiven WHERE act = ?
      ON CONFLICT(subject) DO NOTHING
      """, [.id(act)])
    try database.run("DELETE FROM forgiven WHERE act = ?", [.id(act)])
    return restored
  }

  public func keepRemoved(_ user: User.ID, by act: DoneAct.ID) throws {
    try database.run(
      """
      INSERT INTO removed_users(act, id, version, \(keptUserColumns), \(credentialColumns))
      SELECT ?, u.id, u.version, \(keptUserColumns), \(credentialColumns)
      FROM users u LEFT JOIN credentials c ON c.user_id = u.id WHERE u.id = ?
      """, [.id(act), .id(user)])
  }

  public func restoreRemoved(_ act: DoneAct.ID) throws -> User.ID? {
    let id = try database.all(
      """
      INSERT INTO users(id, version, \(keptUserColumns))
      SELECT id, version + 1, \(keptUserColumns) FROM removed_users WHERE act = ?
      ON CONFLICT DO NOTHING RETURNING id
      """, [.id(act)]
    ) { User.ID(rawValue: $0.integer(0)) }.first
    if let id {
      try database.run(
        """
        INSERT INTO credentials(user_id, \(credentialColumns))
        SELECT id, \(credentialColumns) FROM removed_users WHERE act = ? AND id = ? AND phc IS NOT NULL
        """, [.id(act), .id(id)])
    }
    try database.run("DELETE FROM removed_users WHERE act = ?", [.id(act)])
    return id
  }

  public func pruneUndo(before time: Timestamp, limit: Int) throws -> Int {
    // Acts' ids begin with their time.
    let first = SQLValue.id(SessionID.first(at: time))
    let extended = try database.run(
      """
      DELETE FROM extended_sessions WHERE (act, session_id) IN (
        SELECT act, session_id FROM extended_sessions WHERE act < ? ORDER BY act, session_id LIMIT ?)
      """, [first, .integer(Int64(limit))])
    let others = try ["changed_users", "forgiven", "removed_users"].map { table in
      try database.run("DELETE FROM \(table) WHERE act < ?", [first])
    }
    return others.reduce(extended, max)
  }
}
