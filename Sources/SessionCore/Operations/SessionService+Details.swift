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

  /// Makes a detail from its parts.
  public init(session: Session, ending: Ending?, dataCount: Int, others: [Session]) {
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

  /// Makes a detail from its parts.
  public init(
    listing: UserListing, scheme: String?, passwordChangedAt: Timestamp?, codeExpiresAt: Timestamp? = nil,
    sessions: [Session]
  ) {
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

  /// What is to be said of `session`, which was read before and may have ended since.
  public func detail(of session: Session) throws -> SessionDetail {
    let now = clock.now()
    let current = try store.session(id: session.id)
    let others = try store.sample(.user(session.userID), limit: Self.detailRows, at: now)
    return SessionDetail(
      session: current ?? session, ending: try store.ending(of: session.id),
      dataCount: try store.countData(of: session.id), others: others.filter { $0.id != session.id })
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
      sessions: try store.sample(.user(user.id), limit: Self.detailRows, at: now))
  }
}
