/// What the core asks about what acts changed, so that they can be taken back.
///
/// What is kept for an act goes after 5 minutes, with the sweep.
public protocol UndoTable: AnyObject {
  /// Keeps when a session would have ended, before it is extended to `end` by a request at `time` that never came.
  func keepExtended(_ session: Session, by act: DoneAct.ID, seenAt time: Timestamp, until end: Timestamp) throws
  /// Lets up to `limit` extended sessions that were not used or changed since end when they would have, but for those
  /// that would have by `now`: whoever goes on with one is not written down at once. Returns how many were looked at, and
  /// how many were let.
  func restoreExtended(_ act: DoneAct.ID, limit: Int, at now: Timestamp) throws -> (seen: Int, restored: Int)

  /// Keeps what a user was before an act, whose version is `version` after it.
  func keepChanged(_ user: User, by act: DoneAct.ID, versionThen version: Int64) throws
  /// Brings up to `limit` users back to what they were, but for those that were changed since, and returns how many were
  /// looked at, and which are as they were.
  func restoreChanged(_ act: DoneAct.ID, limit: Int) throws -> (seen: Int, users: [User.ID])

  /// Keeps a user's one-time code, if they have one.
  func keepActivation(of user: User.ID, by act: DoneAct.ID) throws
  /// Brings a one-time code back that works at `now`, unless the user has another.
  func restoreActivation(_ act: DoneAct.ID, at now: Timestamp) throws

  /// Keeps counters of failed logins before they are forgotten.
  func keepForgiven(_ which: Forgiveness, by act: DoneAct.ID) throws
  /// Brings up to `limit` counters back, but for those that count anew.
  func restoreForgiven(_ act: DoneAct.ID, limit: Int) throws -> RestoredCounters

  /// Keeps a user with their credential before they are removed.
  func keepRemoved(_ user: User.ID, by act: DoneAct.ID) throws
  /// Brings a removed user back, unless their login is somebody else's now, and returns who it is.
  func restoreRemoved(_ act: DoneAct.ID) throws -> User.ID?

  /// Forgets up to `limit` rows of each kind that is kept for acts from before `time`, and returns how many went.
  func pruneUndo(before time: Timestamp, limit: Int) throws -> Int
}

/// Counters of failed logins that count again.
public struct RestoredCounters: Hashable, Sendable {
  /// How many were looked at.
  public var seen: Int
  /// How many count again.
  public var count: Int
  /// Whose they are, those of users.
  public var users: Set<User.ID>

  /// Makes it from its parts.
  public init(seen: Int, count: Int, users: Set<User.ID>) {
    self.seen = seen
    self.count = count
    self.users = users
  }
}
