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
        "INSERT INTO settings(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        [.text(setting.rawValue), .integer(value)])
    }
  }

  // A lease that runs much longer than any that is given now was given by a clock that was ahead.
  public func takeLease(_ name: String, for holder: String, until end: Timestamp, at now: Timestamp) throws -> String {
    try database.run(
      """
      INSERT INTO leases(name, holder, until) VALUES(?, ?, ?)
      ON CONFLICT(name) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > excluded.until + 600000
      """, [.text(name), .text(holder), .time(end), .time(now)])
    return try database.first("SELECT holder FROM leases WHERE name = ?", [.text(name)]) { $0.text(0) } ?? holder
  }

  public func giveLease(_ name: String, of holder: String) throws {
    try database.run("DELETE FROM leases WHERE name = ? AND holder = ?", [.text(name), .text(holder)])
  }
}
