import SessionCore

/// A user as an export in JSON has them, and as an import takes them back. Times are RFC 3339 in UTC. There is no number:
/// a database gives its own. ``ExportRow/columns(withHashes:)`` writes the same names.
struct ExportedUser: Decodable {
  var login: String
  var state: String
  var created: String?
  var lastLogin: String?
  var lastLoginFrom: String?
  /// The scheme of the hash; nil for a user without a password.
  var scheme: String?
  var passwordChanged: String?
  /// The id of the pepper that went into the hash; nil for none.
  var pepper: String?
  /// Whether the password lets nobody in until a new one is chosen.
  var mustChange: Bool?
  /// How many sessions the user may have at once; nil for what the policy says.
  var maximumSessions: Int?
  /// The hash, in an export that was asked for hashes.
  var hash: String?

  enum CodingKeys: String, CodingKey {
    case login, state, created, scheme, hash, pepper
    case lastLogin = "last_login"
    case lastLoginFrom = "last_login_from"
    case passwordChanged = "password_changed"
    case mustChange = "must_change"
    case maximumSessions = "max_sessions"
  }
}
