// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  @discardableResult
  public func append(_ record: AuditRecord) throws -> Int64 {
    // Writers stand in line for the database, so the newest link is still the newest when the next one is added.
    let previous = try database.first("SELECT hash FROM audit ORDER BY id DESC LIMIT 1") { $0.blob(0) } ?? []
    try database.run(
      """
      INSERT INTO audit(at, actor, terminal, address, action, target_user, target_session, reason, previous_hash, hash)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .time(record.at), .text(record.actor.name), .text(record.actor.terminal), .text(record.actor.address),
        .text(record.action.rawValue), .id(record.user), .id(record.session), .text(record.reason), .blob(previous),
        .blob(record.hash(after: previous)),
      ])
    return connection.lastInsertedID()
  }

  public func audit(after number: Int64, limit: Int) throws -> [AuditEntry] {
    try database.all(
      """
      SELECT id, at, actor, terminal, address, action, target_user, target_session, reason
      FROM audit WHERE id > ? ORDER BY id LIMIT ?
      """, [.integer(number), .integer(Int64(limit))]
    ) { row in
      AuditRecord.Action(rawValue: row.text(5)).map { action in
        AuditEntry(
          number: row.integer(0),
          record: AuditRecord(
            at: Timestamp(milliseconds: row.integer(1)),
            actor: Actor(name: row.text(2), terminal: row.text(3), address: row.text(4)), action: action,
            user: row.isNull(6) ? nil : User.ID(rawValue: row.integer(6)), session: SessionID(bytes: row.blob(7)),
            reason: row.text(8)))
      }
    }.compactMap { $0 }
  }

  public func lastAuditNumber() throws -> Int64 {
    try database.first("SELECT coalesce(max(id), 0) FROM audit") { $0.integer(0) } ?? 0
  }
}
