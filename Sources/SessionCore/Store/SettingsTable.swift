/// What the core asks about what is set for the whole site, and about who works on it.
public protocol SettingsTable: AnyObject {
  /// What has been set.
  func settings() throws -> SiteSettings
  /// Sets these, and leaves the others as they are.
  func set(_ settings: SiteSettings) throws

  /// Takes or renews the lease `name` for `holder` until `end`, unless another holder's has not run out.
  ///
  /// - Returns: who holds it now.
  func takeLease(_ name: String, for holder: String, until end: Timestamp, at now: Timestamp) throws -> String
  /// Gives a lease back.
  func giveLease(_ name: String, of holder: String) throws
}

extension SettingsTable {
  /// The limits of sessions.
  public func policy() throws -> SessionPolicy { try SessionPolicy(settings()) }
}
