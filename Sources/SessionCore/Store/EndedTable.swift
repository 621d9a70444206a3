/// What the core asks about sessions that have ended.
public protocol EndedTable: AnyObject {
  /// How an ended session ended; nil when there is none with this id.
  func ending(of id: SessionID) throws -> Ending?
  /// A user's sessions that have ended, the last first.
  func endedSessions(of user: User.ID, limit: Int) throws -> [EndedSession]
  /// Moves up to `limit` sessions that are past a limit to the ended ones and returns how many there were.
  func sweepExpired(limit: Int, under policy: SessionPolicy, at now: Timestamp) throws -> Int
  /// Moves up to `limit` sessions that `recall` refuses to the ended ones and returns how many there were.
  func sweepRecalled(_ recall: Recall, limit: Int) throws -> Int
  /// Forgets up to `limit` sessions that ended before `time` and returns how many there were.
  func pruneEnded(before time: Timestamp, limit: Int) throws -> Int
  /// Forgets up to `limit` values that were kept for sessions that ended before `time`, and codes that stopped working;
  /// returns how many rows went.
  func pruneRemains(endedBefore time: Timestamp, limit: Int) throws -> Int
  /// Looks at up to `limit` user agents with numbers above `number`, and forgets those that nothing mentions any more.
  /// Returns how many went and the last number that was looked at; nil when there was none.
  func pruneUserAgents(after number: Int64, limit: Int) throws -> (removed: Int, last: Int64?)

  /// The acts since `time`, taken back or not, the newest first.
  func acts(since time: Timestamp, limit: Int) throws -> [DoneAct]
  /// Moves up to `limit` sessions that were last seen before `time`, when another key was in force, to the ended ones, and
  /// returns how many there were.
  func sweepUnproved(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int
  /// A session that has ended, as it was; nil when there is none, or its user is gone.
  func endedSession(id: SessionID) throws -> Session?
  /// Notes an act that can be taken back.
  func addAct(_ act: DoneAct) throws
  /// The act with this id, taken back or not; nil when there is none.
  func act(_ id: DoneAct.ID) throws -> DoneAct?
  /// Takes an act back in part: up to `limit` of its sessions live again with the limits and the data that they had, but for those that are past
  /// them at `now`, and those whose user is locked, was removed, or refuses sessions as old.
  func restore(_ act: DoneAct.ID, limit: Int, at now: Timestamp) throws -> [SessionID]
  /// Adds to the number of sessions or users that an act was about.
  func countAct(_ id: DoneAct.ID, _ more: Int) throws
  /// Notes that an act was taken back.
  func noteUndone(_ id: DoneAct.ID, at time: Timestamp, by name: String) throws

  /// The last time that everybody was logged out at once.
  func recall() throws -> Recall?
  /// Remembers that everybody was logged out, and refuses sessions from before; nil takes it back. The time before it can
  /// not be taken back any more: it stays to be looked up.
  func setRecall(_ recall: Recall?) throws
}

/// A session that has ended, and how.
public struct EndedSession: Hashable, Sendable {
  /// The session, as it was.
  public var session: Session
  /// How it ended.
  public var ending: Ending

  /// Makes it from its parts.
  public init(session: Session, ending: Ending) {
    self.session = session
    self.ending = ending
  }
}
