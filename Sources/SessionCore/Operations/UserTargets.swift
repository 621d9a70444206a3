/// What can be done to many users at once.
public enum UserAct: Hashable, Sendable {
  /// End all of their sessions.
  case endAll
  /// Lock them, and end their sessions.
  case lock
  /// Unlock them.
  case unlock
  /// Forget their failed logins.
  case forgive

  /// As what it is kept, to be taken back.
  public var kind: DoneAct.Kind {
    switch self {
    case .endAll: .end
    case .lock: .lock
    case .unlock: .unlock
    case .forgive: .forgive
    }
  }
}

/// A user as somebody looked at them before acting on them.
public struct UserLook: Hashable, Sendable {
  /// Which user.
  public let id: User.ID
  /// Who, in words.
  public let login: String
  /// The version that was looked at; nil when only a session of theirs was.
  public let version: Int64?

  /// Looks at a user.
  public init(_ user: User) { (id, login, version) = (user.id, user.login.text, user.version) }

  /// Means a user, whatever they are by now.
  public init(id: User.ID, login: String = "") { (self.id, self.login, version) = (id, login, nil) }

  /// Whether `user`, as they are now, is who was looked at.
  public func isStill(_ user: User) -> Bool { user.id == id && (version ?? user.version) == user.version }
}

/// Which users an act is about.
public enum UserTargets: Hashable, Sendable {
  /// Those that were looked at, and only as they were looked at.
  case listed([UserLook])
  /// All that match a filter.
  case matching(UserFilter)
}
