/// A session as somebody looked at it before they act on it.
///
/// Its id never goes to another session, so the act cannot fall on a neighbour; what may change is what the act was
/// decided by. A session that rested and was used again since is another matter than the one that was looked at: it is
/// said, and left. That one in use was used once more is no news.
public struct SessionLook: Hashable, Sendable {
  /// Which session.
  public let id: SessionID
  /// Whose.
  public let user: User.ID
  /// Whose, in words.
  public let login: String
  /// When it had last been used.
  public let lastSeenAt: Timestamp
  /// Whether it rested: idle, or about to end unless it was used.
  public let rested: Bool

  /// Looks at `session` at `now`.
  public init(_ session: Session, at now: Timestamp) {
    (id, user, login, lastSeenAt) = (session.id, session.userID, session.owner.login, session.lastSeenAt)
    rested = [.idle, .ending].contains(session.state(at: now))
  }

  /// Whether `session`, as it is now, is what was looked at.
  public func isStill(_ session: Session) -> Bool {
    session.id == id && session.userID == user && !(rested && session.lastSeenAt > lastSeenAt)
  }
}
