// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

/// The columns of an entry, as ``readEntry(_:)`` takes them.
let auditColumns = "id, at, actor, terminal, address, action, target_user, target_session, reason"

private func readRecord(_ row: any Row) -> AuditRecord? {
  AuditRecord.Action(rawValue: row.text(5)).map { action in
    AuditRecord(
      at: Timestamp(milliseconds: row.integer(1)),
      actor: Actor(name: row.text(2), terminal: row.text(3), address: row.text(4)), action: action,
      user: row.isNull(6) ? nil : User.ID(rawValue: row.integer(6)), session: SessionID(bytes: row.blob(7)),
      reason: row.text(8))
  }
}

/// Reads an entry; nil for an act that this version does not know.
func readEntry(_ row: any Row) -> AuditEntry? {
  readRecord(row).map { AuditEntry(number: row.integer(0), record: $0) }
}

extension SQLStore {
  public func append(_ record: AuditRecord) throws -> AuditLink {
    // Writers stand in line, for the database or for the note of the log's end, so the newest link is still the newest
    // when the next one is added. When all of the log was pruned, it goes on from where it ended.
    let last = try lastAuditLink()
    let previous = last?.hash ?? []
    let link = AuditLink(number: (last?.number ?? 0) + 1, hash: record.hash(after: previous))
    do {
      try database.run(
        "INSERT INTO audit(\(auditColumns), previous_hash, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(link.number), .time(record.at), .text(record.actor.name), .text(record.actor.terminal),
          .text(record.actor.address), .text(record.action.rawValue), .id(record.user), .id(record.session),
          .text(record.reason), .blob(previous), .blob(link.hash),
        ])
    } catch let error as StoreError where error.kind == .duplicate {
      // Of a log whose end was never noted: somebody else was faster.
      throw connection.error(.conflict, error.detail)
    }
    appended = link
    return link
  }

  public func audit(after number: Int64, limit: Int) throws -> [AuditEntry] {
    try database.all(
      "SELECT \(auditColumns) FROM audit WHERE id > ? ORDER BY id LIMIT ?",
      [.integer(number), .integer(Int64(limit))], readEntry
    ).compactMap { $0 }
  }

  public func audit(before number: Int64?, limit: Int) throws -> [AuditEntry] {
    try database.all(
      "SELECT \(auditColumns) FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?",
      [.integer(number ?? Int64.max), .integer(Int64(limit))], readEntry
    ).compactMap { $0 }
  }

  public func links(after number: Int64, limit: Int) throws -> [AuditRow] {
    try database.all(
      "SELECT \(auditColumns), previous_hash, hash FROM audit WHERE id > ? ORDER BY id LIMIT ?",
      [.integer(number), .integer(Int64(limit))]
    ) { row in
      AuditRow(
        link: AuditLink(number: row.integer(0), hash: row.blob(10)), previous: row.blob(9), record: readRecord(row))
    }
  }

  public func lastAuditNumber() throws -> Int64 {
    try database.first("SELECT coalesce(max(id), 0) FROM audit") { $0.integer(0) } ?? 0
  }

  public func auditEnd(_ name: AuditEnd.Name) throws -> AuditEnd? {
    try database.first("SELECT number, hash, seal FROM audit_ends WHERE name = ?\(lock)", [.text(name.rawValue)]) {
      row in
      AuditEnd(name: name, link: AuditLink(number: row.integer(0), hash: row.blob(1)), seal: row.blob(2))
    }
  }

  public func setAuditEnd(_ end: AuditEnd) throws {
    try database.run(
      """
      INSERT INTO audit_ends(name, number, hash, seal)
      VALUES(?, ?, ?, ?)\(dialect.replacing("number", "hash", "seal", by: "name"))
      """, [.text(end.name.rawValue), .integer(end.link.number), .blob(end.link.hash), .blob(end.seal)])
  }

  public func pruneAudit(upTo number: Int64, limit: Int) throws -> Int {
    try database.run(
      dialect.delete(from: "audit", where: "id <= ?", order: "id", key: "id"),
      [.integer(number), .integer(Int64(limit))])
  }

  public func lastAuditLink() throws -> AuditLink? {
    try database.first("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1") { row in
      AuditLink(number: row.integer(0), hash: row.blob(1))
    } ?? auditEnd(.start)?.link
  }
}
