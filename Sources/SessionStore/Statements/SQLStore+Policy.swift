// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func policy() throws -> SessionPolicy {
    var policy = SessionPolicy.standard
    try database.query("SELECT name, value FROM settings WHERE name IN ('idle', 'absolute')", []) { row in
      let interval = Interval(milliseconds: row.integer(1))
      if row.text(0) == "idle" { policy.idle = interval } else { policy.absolute = interval }
    }
    return policy
  }

  public func setPolicy(_ policy: SessionPolicy) throws {
    for (name, interval) in [("idle", policy.idle), ("absolute", policy.absolute)] {
      try database.run(
        "INSERT INTO settings(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        [.text(name), .integer(interval.milliseconds)])
    }
    let limits: [SQLValue] = [.integer(policy.absolute.milliseconds), .integer(policy.idle.milliseconds)]
    try database.run(
      """
      UPDATE sessions SET expires_at = min(created_at + ?, last_seen_at + ?)
      WHERE expires_at > min(created_at + ?, last_seen_at + ?)
      """, limits + limits)
  }
}
