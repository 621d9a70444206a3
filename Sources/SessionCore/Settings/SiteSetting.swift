/// What is set in the database, for the whole site. The names stand there, the values are whole numbers.
public enum SiteSetting: String, Sendable, CaseIterable {
  /// Milliseconds without a request, browsers' sessions.
  case idle
  /// Milliseconds in all, browsers' sessions.
  case absolute
  /// Milliseconds without a request, remembered sessions.
  case rememberedIdle = "remembered_idle"
  /// Milliseconds in all, remembered sessions.
  case rememberedAbsolute = "remembered_absolute"
  /// Milliseconds without a request, simulated sessions.
  case simulatedIdle = "simulated_idle"
  /// Milliseconds in all, simulated sessions.
  case simulatedAbsolute = "simulated_absolute"
  /// 1 when the login form offers to remember.
  case remembers
  /// How many sessions a user may have.
  case maximumSessions = "maximum_sessions"
  /// 0 to end the oldest at the maximum, 1 to refuse the new one.
  case atMaximum = "at_maximum"
  /// Wrong passwords for an account before it is slowed.
  case guesses
  /// Wrong passwords from an address before it is slowed.
  case guessesFromAddress = "guesses_from_address"
  /// Milliseconds of the first delay.
  case firstDelay = "first_delay"
  /// Milliseconds of the longest delay.
  case longestDelay = "longest_delay"
  /// Milliseconds that ended sessions are kept.
  case keepEnded = "keep_ended"
  /// Milliseconds that attempts are kept.
  case keepAttempts = "keep_attempts"
  /// Milliseconds that the audit log is kept; 0 for ever.
  case keepAudit = "keep_audit"
  /// Sessions authenticated before this moment are refused, whosever they are.
  case notBefore = "not_before"
  /// What the server key makes of a fixed text: tells a database whose key is another.
  case keyCheck = "key_check"
  /// When the key was last replaced.
  case keyRotatedAt = "key_rotated_at"
  /// Until when the key before it is accepted.
  case graceEndsAt = "grace_ends_at"
  /// 1 when the database was set up as a sample, whose people are made up.
  case sample
  /// The largest number that a removed user had: numbers are never given again.
  case lastUserID = "last_user_id"
  /// Which move to another database goes on, as a number that was drawn.
  case move
  /// Since when the database is closed to changes, for a move.
  case moving
}

/// The settings of a database that have been set.
public typealias SiteSettings = [SiteSetting: Int64]

/// What is set in the database is none of what may be set.
public struct SettingsError: Error, Hashable {}
