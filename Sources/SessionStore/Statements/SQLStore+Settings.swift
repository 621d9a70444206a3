// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func settings() throws -> SiteSettings {
    var settings: SiteSettings = [:]
    try database.query("SELECT name, value FROM settings", []) { row in
      if let setting = SiteSetting(rawValue: row.text(0)) { settings[setting] = row.integer(1) }
    }
    return settings
  }

  public func set(_ settings: SiteSettings) throws {
    for (setting, value) in settings {
      try database.run(
        "INSERT INTO settings(name, value) VALUES(?, ?)\(dialect.replacing("value", by: "name"))",
        [.text(setting.rawValue), .integer(value)])
    }
  }

  // A lease that runs much longer than any that is given now was given by a clock that was ahead.
  public func takeLease(_ name: String, for holder: String, until end: Timestamp, at now: Timestamp) throws -> String {
    let taken = try database.run(
      """
      UPDATE leases SET holder = ?, until = ?
      WHERE name = ? AND (holder = ? OR until <= ? OR until > ?)
      """,
      [
        .text(holder), .time(end), .text(name), .text(holder), .time(now),
        .time(end + .minutes(10)),
      ])
    guard taken == 0 else { return holder }
    try database.run(
      "INSERT INTO leases(name, holder, until) VALUES(?, ?, ?)\(dialect.unlessThere("leases", "name"))",
      [.text(name), .text(holder), .time(end)])
    return try database.first("SELECT holder FROM leases WHERE name = ?", [.text(name)]) { $0.text(0) } ?? holder
  }

  public func giveLease(_ name: String, of holder: String) throws {
    try database.run("DELETE FROM leases WHERE name = ? AND holder = ?", [.text(name), .text(holder)])
  }
}
