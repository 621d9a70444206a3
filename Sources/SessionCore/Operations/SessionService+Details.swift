/// All that is worth showing of one session.
public struct SessionDetail: Hashable, Sendable {
  /// The session, as it was last read.
  public var session: Session
  /// How it ended; nil while it lives.
  public var ending: Ending?
  /// How many names a page keeps for it.
  public var dataCount: Int
  /// Other live sessions of its user, the last seen first.
  public var others: [Session]
  /// What the audit log says of it, the oldest first.
  public var history: [AuditEntry]

  /// Makes a detail from its parts.
  public init(
    session: Session, ending: Ending?, dataCount: Int, others: [Session], history: [AuditEntry] = []
  ) {
    self.history = history
    self.session = session
    self.ending = ending
    self.dataCount = dataCount
    self.others = others
  }
}

/// All that is worth showing of one user.
public struct UserDetail: Hashable, Sendable {
  /// The user and the number of their sessions.
  public var listing: UserListing
  /// The scheme of their password's hash; nil without a password.
  public var scheme: String?
  /// When the password was last changed.
  public var passwordChangedAt: Timestamp?
  /// When the one-time code that they were given stops working; nil when they have none.
  public var codeExpiresAt: Timestamp?
  /// Their live sessions, the last seen first.
  public var sessions: [Session]
  /// What the audit log says of them, the newest first.
  public var history: [AuditListing]
  /// The last attempts to log in as them.
  public var attempts: [AttemptEntry]
  /// Their sessions that ended last.
  public var ended: [EndedSession]

  /// Makes a detail from its parts.
  public init(
    listing: UserListing, scheme: String?, passwordChangedAt: Timestamp?, codeExpiresAt: Timestamp? = nil,
    sessions: [Session], history: [AuditListing] = [], attempts: [AttemptEntry] = [], ended: [EndedSession] = []
  ) {
    self.history = history
    self.attempts = attempts
    self.ended = ended
    self.listing = listing
    self.scheme = scheme
    self.passwordChangedAt = passwordChangedAt
    self.codeExpiresAt = codeExpiresAt
    self.sessions = sessions
  }
}

extension SessionService {
  /// How many sessions a detail lists.
  public static let detailRows = 50
  /// How many rows of each kind a user's history has.
  public static let historyRows = 15

  /// What is to be said of `session`, which was read before and may have ended since.
  public func detail(of session: Session) throws -> SessionDetail {
    let now = clock.now()
    let current = try store.session(id: session.id)
    let others = try store.sample(.user(session.userID), limit: Self.detailRows, at: now)
    return SessionDetail(
      session: current ?? session, ending: try store.ending(of: session.id),
      dataCount: try store.countData(of: session.id), others: others.filter { $0.id != session.id },
      history: try store.audit(
        AuditQuery(filter: AuditFilter(terms: [.session(session.id)]), descending: false), from: nil, .after,
        limit: Self.detailRows, at: now
      ).map(\.entry))
  }

  /// What is to be said of a user; nil when there is none with this id.
  public func detail(of user: User.ID) throws -> UserDetail? {
    let now = clock.now()
    guard let user = try store.user(id: user) else { return nil }
    let credential = try store.credential(of: user.id)
    let listed = try store.users(UserFilter(terms: [.key(user.login.key)]), from: nil, .after, limit: 1, at: now).first
    let code = try store.activation(of: user.id)?.expiresAt
    return UserDetail(
      listing: listed ?? UserListing(user: user, liveSessions: 0), scheme: credential?.scheme,
      passwordChangedAt: credential?.changedAt, codeExpiresAt: code.flatMap { $0 > now ? $0 : nil },
      sessions: try store.sample(.user(user.id), limit: Self.detailRows, at: now),
      history: try store.audit(
        AuditQuery(filter: AuditFilter(terms: [.user(user.id)])), from: nil, .after, limit: Self.historyRows, at: now),
      attempts: try store.attempts(
        AttemptFilter(terms: [.user(user.id)]), before: nil, limit: Self.historyRows, at: now),
      ended: try store.endedSessions(of: user.id, limit: Self.historyRows))
  }
}
