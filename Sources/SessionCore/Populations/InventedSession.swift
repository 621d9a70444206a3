/// A session that was made up, for a demonstration or a measurement.
public struct InventedSession: Hashable, Sendable {
  /// Whose it is.
  public var user: User.ID
  /// What kind it is.
  public var kind: SessionKind
  /// When it was made.
  public var createdAt: Timestamp
  /// When a request last came.
  public var lastSeenAt: Timestamp
  /// Where it was made from.
  public var address: IPAddress?
  /// What the client called itself.
  public var userAgent: String
  /// How it ended, at a moment at which it was within its limits; nil for one that goes on.
  public var ending: Ending?

  /// Makes a session from its parts.
  public init(
    user: User.ID, kind: SessionKind, createdAt: Timestamp, lastSeenAt: Timestamp, address: IPAddress?,
    userAgent: String, ending: Ending? = nil
  ) {
    self.user = user
    self.kind = kind
    self.createdAt = createdAt
    self.lastSeenAt = lastSeenAt
    self.address = address
    self.userAgent = userAgent
    self.ending = ending
  }
}
