/// What the core asks about what acts changed, so that they can be taken back.
///
/// What is kept for an act goes after 5 minutes, with the sweep.
public protocol UndoTable: AnyObject {
  /// Keeps when a session would have ended, before it is extended to `end` by a request at `time` that never came.
  func keepExtended(_ session: Session, by act: DoneAct.ID, seenAt time: Timestamp, until end: Timestamp) throws
  /// Lets up to `limit` extended sessions that were not used or changed since end when they would have, and returns how
  /// many were looked at, and how many were let.
  func restoreExtended(_ act: DoneAct.ID, limit: Int) throws -> (seen: Int, restored: Int)

  /// Keeps what a user was before an act, whose version is `version` after it.
  func keepChanged(_ user: User, by act: DoneAct.ID, versionThen version: Int64) throws
  /// Brings users back to what they were, but for those that were changed since, and returns which.
  func restoreChanged(_ act: DoneAct.ID) throws -> [User.ID]

  /// Keeps counters of failed logins before they are forgotten.
  func keepForgiven(_ which: Forgiveness, by act: DoneAct.ID) throws
  /// Brings counters back, but for those that count anew, and returns how many.
  func restoreForgiven(_ act: DoneAct.ID) throws -> Int

  /// Keeps a user with their credential before they are removed.
  func keepRemoved(_ user: User.ID, by act: DoneAct.ID) throws
  /// Brings a removed user back, unless their login is somebody else's now, and returns who it is.
  func restoreRemoved(_ act: DoneAct.ID) throws -> User.ID?

  /// Forgets what is kept for acts from before `time`.
  func pruneUndo(before time: Timestamp, limit: Int) throws -> Int
}
