// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func data(of session: SessionID, name: String) throws -> String? {
    try database.first(
      "SELECT value FROM session_data WHERE session_id = ? AND name = ?", [.id(session), .text(name)]
    ) { $0.text(0) }
  }

  public func setData(of session: SessionID, name: String, value: String?) throws {
    try database.transaction(.full) {
      try database.run(
        "DELETE FROM session_data WHERE session_id = ? AND name = ?", [.id(session), .text(name)])
      guard let value else { return }
      let known = try database.first("SELECT 1 FROM sessions WHERE id = ?\(lock)", [.id(session)]) { _ in true }
      guard known != nil else { throw SessionDataError.noSession }
      let kept = try database.first(
        """
        SELECT count(*), coalesce(sum(\(dialect.bytes("name")) + \(dialect.bytes("value"))), 0)
        FROM session_data WHERE session_id = ?
        """, [.id(session)]
      ) { row in (names: row.integer(0), bytes: Int(row.integer(1))) }
      guard kept?.names ?? 0 < SessionData.maximumNames else { throw SessionDataError.tooManyNames }
      guard name.utf8.count <= SessionData.maximumNameBytes,
        (kept?.bytes ?? 0) + name.utf8.count + value.utf8.count <= SessionData.maximumBytes
      else {
        throw SessionDataError.tooLarge
      }
      try database.run(
        "INSERT INTO session_data(session_id, name, value) VALUES(?, ?, ?)",
        [.id(session), .text(name), .text(value)])
    }
  }

  public func countData(of session: SessionID) throws -> Int {
    Int(
      try database.first("SELECT count(*) FROM session_data WHERE session_id = ?", [.id(session)]) { $0.integer(0) }
        ?? 0)
  }

  public func moveData(from old: SessionID, to new: SessionID) throws {
    try database.run("UPDATE session_data SET session_id = ? WHERE session_id = ?", [.id(new), .id(old)])
  }
}
