// The operations are documented where they are asked for: in SessionCore's UndoTable.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

private let throttleColumns = "subject, scope, login, user_id, address, failures, refused, last_at, until"
private let keptUserColumns = """
  login, login_key, state, not_before, created_at, last_login_at, last_login_from, max_sessions
  """
private let activationColumns = "user_id, proof, created_at, expires_at, created_by"
private let credentialColumns = "phc, scheme, changed_at, source, pepper_id, must_change"

extension SQLStore {
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

  public func restoreForgiven(_ act: DoneAct.ID, limit: Int) throws -> RestoredCounters {
    let kept = try database.all(
      """
      SELECT f.subject, f.user_id, t.subject FROM forgiven f LEFT JOIN throttle t ON t.subject = f.subject
      WHERE f.act = ? ORDER BY f.subject LIMIT ?\(lock)
      """, [.id(act), .integer(Int64(limit))]
    ) { row in
      (
        subject: SQLValue.blob(row.blob(0)), user: row.isNull(1) ? nil : User.ID(rawValue: row.integer(1)),
        // Who failed again since has a counter that knows more.
        isRestored: row.isNull(2)
      )
    }
    let restored = kept.filter(\.isRestored)
    let some = Condition("act = ?", .id(act)) && .list("subject", restored.map(\.subject))
    try database.run(
      """
      INSERT INTO throttle(\(throttleColumns)) SELECT \(throttleColumns) FROM forgiven WHERE \(some.sql)\(
        dialect.unlessThere("throttle", "subject"))
      """, some.arguments)
    let all = Condition("act = ?", .id(act)) && .list("subject", kept.map(\.subject))
    try database.run("DELETE FROM forgiven WHERE \(all.sql)", all.arguments)
    return RestoredCounters(
      seen: kept.count, count: restored.count, users: Set(restored.compactMap(\.user)))
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
    // Unless somebody else has the login, or they were brought back already.
    let kept = try database.first(
      """
      SELECT r.id FROM removed_users r LEFT JOIN users u ON u.id = r.id OR u.login_key = r.login_key
      WHERE r.act = ? AND u.id IS NULL\(lock)
      """, [.id(act)]
    ) { User.ID(rawValue: $0.integer(0)) }
    if let id = kept {
      try database.run(
        """
        INSERT INTO users(id, version, \(keptUserColumns))
        SELECT id, version + 1, \(keptUserColumns) FROM removed_users WHERE act = ?
        """, [.id(act)])
      try addLoginParts(from: id, to: id)
      try database.run(
        """
        INSERT INTO credentials(user_id, \(credentialColumns))
        SELECT id, \(credentialColumns) FROM removed_users WHERE act = ? AND id = ? AND phc IS NOT NULL
        """, [.id(act), .id(id)])
    }
    try database.run("DELETE FROM removed_users WHERE act = ?", [.id(act)])
    return kept
  }

  public func keepActivation(of user: User.ID, by act: DoneAct.ID) throws {
    try database.run(
      """
      INSERT INTO kept_activations(act, \(activationColumns)) SELECT ?, \(activationColumns) FROM activations
      WHERE user_id = ?
      """, [.id(act), .id(user)])
  }

  public func restoreActivation(_ act: DoneAct.ID, at now: Timestamp) throws {
    try database.run(
      """
      INSERT INTO activations(\(activationColumns)) SELECT \(activationColumns) FROM kept_activations
      WHERE act = ? AND expires_at > ? AND user_id IN (SELECT u.id FROM users u)\(
        dialect.unlessThere("activations", "user_id"))
      """, [.id(act), .time(now)])
    try database.run("DELETE FROM kept_activations WHERE act = ?", [.id(act)])
  }
}
