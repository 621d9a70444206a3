/// A user to take over from another system, with a hash that is ready to be stored.
public struct ImportedUser: Sendable {
  /// The name to log in with.
  public var login: Login
  /// What is stored of the password; nil for a user who needs an activation code before the first login.
  public var hash: ImportedHash?
  /// Whether the user may log in.
  public var state: User.State
  /// When the account was made; nil for now.
  public var createdAt: Timestamp?
  /// When the password was last changed; nil for now.
  public var changedAt: Timestamp?
  /// When the user last logged in; nil for never.
  public var lastLoginAt: Timestamp?
  /// From where the user last logged in.
  public var lastLoginFrom: IPAddress?
  /// Whether the password lets nobody in until a new one is chosen.
  public var mustChange: Bool
  /// How many sessions the user may have at once; nil for what the policy says.
  public var maximumSessions: Int?
  /// What the audit log says of where the user comes from.
  public var reason: String

  /// Makes a user from its parts.
  public init(
    login: Login, hash: ImportedHash?, state: User.State = .active, createdAt: Timestamp? = nil,
    changedAt: Timestamp? = nil, lastLoginAt: Timestamp? = nil, lastLoginFrom: IPAddress? = nil,
    mustChange: Bool = false, maximumSessions: Int? = nil, reason: String
  ) {
    self.login = login
    self.hash = hash
    self.state = state
    self.createdAt = createdAt
    self.changedAt = changedAt
    self.lastLoginAt = lastLoginAt
    self.lastLoginFrom = lastLoginFrom
    self.mustChange = mustChange
    self.maximumSessions = maximumSessions
    self.reason = reason
  }
}

/// What became of a user that was to be taken over.
public enum ImportOutcome: Hashable, Sendable {
  /// The user was made.
  case imported(User.ID)
  /// There was a user whose login compares equal; nothing was changed.
  case exists(Login)
}

extension SessionService {
  /// Takes users over, all in one transaction, each with an audit record of its own. Users that are there are left as
  /// they are. A password may be one that would not be accepted as a new one: it is the user's, and works.
  ///
  /// - Parameters:
  ///   - batch: the users; a few hundred, since nobody else can write meanwhile.
  ///   - actor: who imports them.
  /// - Returns: what became of each, in the same order.
  /// - Throws: ``StoreError``; then none of them was taken.
  public func importUsers(_ batch: [ImportedUser], by actor: Actor) throws -> [ImportOutcome] {
    try store.transaction(.full) {
      let now = clock.now()
      return try batch.map { user in
        if let other = try store.user(key: user.login.key) { return .exists(other.login) }
        let id = try store.addUser(login: user.login, createdAt: user.createdAt ?? now)
        if let hash = user.hash {
          try store.setCredential(
            Credential(
              hash: hash.text, changedAt: user.changedAt ?? now, source: .imported, pepperID: hash.pepperID,
              mustChange: user.mustChange),
            of: id)
        }
        if user.state != .active { _ = try store.setState(user.state, of: id) }
        if let count = user.maximumSessions { try store.setMaximumSessions(count, of: id) }
        if let time = user.lastLoginAt { try store.noteLogin(of: id, at: time, from: user.lastLoginFrom) }
        try record(AuditRecord(at: now, actor: actor, action: .importUser, user: id, reason: user.reason))
        return .imported(id)
      }
    }
  }
}
