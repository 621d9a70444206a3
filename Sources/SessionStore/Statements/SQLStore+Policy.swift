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
    // A value that no command writes would be reckoned with all the same.
    guard let checked = SessionPolicy(checkingIdle: policy.idle, absolute: policy.absolute) else {
      throw connection.error(.corrupt, "the limits of sessions")
    }
    return checked
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
