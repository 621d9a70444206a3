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

  /// The acts that ended sessions since `time` and can be taken back, the newest first.
  func acts(since time: Timestamp, limit: Int) throws -> [EndAct]
  /// Moves up to `limit` sessions that were last seen before `time`, when another key was in force, to the ended ones, and
  /// returns how many there were.
  func sweepUnproved(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int
  /// A session that has ended, as it was; nil when there is none, or its user is gone.
  func endedSession(id: SessionID) throws -> Session?
  /// Notes an act that can be taken back.
  func addAct(_ act: EndAct) throws
  /// The act with this id; nil when there is none, or it was taken back.
  func act(_ id: EndAct.ID) throws -> EndAct?
  /// Takes an act back in part: up to `limit` of its sessions live again with the limits and the data that they had, but for those that are past
  /// them at `now`, and those whose user is locked, was removed, or refuses sessions as old.
  func restore(_ act: EndAct.ID, limit: Int, at now: Timestamp) throws -> [SessionID]
  /// Forgets an act: it was taken back.
  func removeAct(_ id: EndAct.ID) throws

  /// The last time that everybody was logged out at once.
  func recall() throws -> Recall?
  /// Remembers that everybody was logged out, and refuses sessions from before; nil takes it back.
  func setRecall(_ recall: Recall?) throws
}

/// An administrator's act that ended sessions, which can be taken back for a while.
public struct EndAct: Hashable, Sendable {
  /// An act's id: like a session's, but it opens nothing.
  public typealias ID = SessionID

  /// Which act.
  public var id: ID
  /// When.
  public var at: Timestamp
  /// By whom.
  public var by: String
  /// Why.
  public var reason: String
  /// How long an act can be taken back.
  public static let undoable = Interval.minutes(5)

  /// Makes an act from its parts.
  public init(id: ID, at: Timestamp, by: String, reason: String) {
    self.id = id
    self.at = at
    self.by = by
    self.reason = reason
  }
}

/// Everybody was logged out: sessions from before are refused at once, and their rows follow with the sweep.
public struct Recall: Hashable, Sendable {
  /// The act.
  public var act: EndAct
  /// Sessions authenticated before this moment are refused.
  public var notBefore: Timestamp
  /// What was refused before: to go back to.
  public var previous: Timestamp

  /// Makes a recall from its parts.
  public init(act: EndAct, notBefore: Timestamp, previous: Timestamp) {
    self.act = act
    self.notBefore = notBefore
    self.previous = previous
  }
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
