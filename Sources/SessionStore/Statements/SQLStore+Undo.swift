// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  private static let actColumns = "id, at, ended_by, reason, kind, subject, count, undone_at, undone_by, superseded"

  public func addAct(_ act: DoneAct) throws {
    try database.run(
      "INSERT INTO acts(id, at, ended_by, reason, kind, subject, count) VALUES(?, ?, ?, ?, ?, ?, ?)",
      [
        .id(act.id), .time(act.at), .text(act.by), .text(act.reason), .integer(Int64(act.kind.rawValue)),
        .text(act.subject), .integer(Int64(act.count)),
      ])
  }

  public func act(_ id: DoneAct.ID) throws -> DoneAct? {
    try database.first("SELECT \(Self.actColumns) FROM acts WHERE id = ?\(lock)", [.id(id)], readAct) ?? nil
  }

  public func acts(since time: Timestamp, limit: Int) throws -> [DoneAct] {
    // Acts' ids begin with their time.
    try database.all(
      "SELECT \(Self.actColumns) FROM acts WHERE id >= ? ORDER BY id DESC LIMIT ?",
      [.id(SessionID.first(at: time)), .integer(Int64(limit))], readAct
    ).compactMap { $0 }
  }

  public func countAct(_ id: DoneAct.ID, _ more: Int) throws {
    try database.run("UPDATE acts SET count = count + ? WHERE id = ?", [.integer(Int64(more)), .id(id)])
  }

  public func noteUndone(_ id: DoneAct.ID, at time: Timestamp, by name: String) throws {
    try database.run("UPDATE acts SET undone_at = ?, undone_by = ? WHERE id = ?", [.time(time), .text(name), .id(id)])
  }

  public func restore(_ act: DoneAct.ID, limit: Int, at now: Timestamp) throws -> [SessionID] {
    let ids = try database.all(
      """
      SELECT e.id FROM ended_sessions e JOIN users u ON u.id = e.user_id
      WHERE e.act = ? AND e.expires_at > ? AND e.absolute_expires_at > ? AND u.state = \(User.State.active.rawValue)
      AND e.authenticated_at >= u.not_before AND e.authenticated_at >= \(Condition.everybodyNotBefore)
      ORDER BY e.id LIMIT ?\(lock)
      """, [.id(act), .time(now), .time(now), .integer(Int64(limit))]
    ) { SessionID(bytes: $0.blob(0)) }.compactMap { $0 }
    try inParts(ids) { ids in
      let (sessions, data) = (Condition.list("id", ids), Condition.list("session_id", ids))
      try database.run(
        "INSERT INTO sessions(\(ownColumns)) SELECT \(ownColumns) FROM ended_sessions WHERE \(sessions.sql)",
        sessions.arguments)
      try database.run(
        """
        INSERT INTO session_data(session_id, name, value)
        SELECT session_id, name, value FROM ended_session_data WHERE \(data.sql)
        """, data.arguments)
      try database.run("DELETE FROM ended_session_data WHERE \(data.sql)", data.arguments)
      try database.run("DELETE FROM ended_sessions WHERE \(sessions.sql)", sessions.arguments)
    }
    return ids
  }

  public func recall() throws -> Recall? {
    try database.first(
      """
      SELECT a.id, a.at, a.ended_by, a.reason, a.kind, a.subject, a.count, a.undone_at, a.undone_by,
        a.superseded, r.not_before, r.previous
      FROM recall r JOIN acts a ON a.id = r.act\(lock)
      """
    ) { row in
      try readAct(row).map {
        Recall(
          act: $0, notBefore: Timestamp(milliseconds: row.integer(10)),
          previous: Timestamp(milliseconds: row.integer(11)))
      }
    } ?? nil
  }

  public func setRecall(_ recall: Recall?) throws {
    let old = try self.recall()
    try database.run("DELETE FROM recall", [])
    // One that another took the place of cannot be taken back any more: everybody would still be out.
    if let old, recall != nil { try database.run("UPDATE acts SET superseded = 1 WHERE id = ?", [.id(old.act.id)]) }
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

  private func readAct(_ row: any Row) throws -> DoneAct? {
    // What a newer program did is none that this one could take back.
    guard let id = SessionID(bytes: row.blob(0)), let kind = UInt8(exactly: row.integer(4)).flatMap(DoneAct.Kind.init)
    else { return nil }
    return DoneAct(
      id: id, kind: kind, at: Timestamp(milliseconds: row.integer(1)), by: row.text(2), reason: row.text(3),
      subject: row.text(5), count: Int(row.integer(6)),
      undoneAt: row.isNull(7) ? nil : Timestamp(milliseconds: row.integer(7)), undoneBy: row.text(8),
      isSuperseded: row.integer(9) != 0)
  }
}
