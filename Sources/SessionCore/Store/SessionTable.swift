/// What the core asks about sessions that can still authenticate.
public protocol SessionTable: AnyObject {
  /// Adds a session.
  func addSession(_ session: Session) throws
  /// The session with this id, live or not.
  func session(id: SessionID) throws -> Session?
  /// Writes a request at `time` down, unless another was written, or the session's end was moved, since `session` was
  /// read: of parallel requests one writes, and a limit made stricter meanwhile holds.
  func touch(_ session: Session, at time: Timestamp, expiresAt: Timestamp, seal: SessionSeal) throws
  /// Keeps another proof for a session, if it still has the one that `session` was read with.
  func setProof(_ proof: Proof, of session: Session) throws
  /// Moves a session's ends earlier: it is live until `time` at most.
  func expire(_ id: SessionID, at time: Timestamp) throws
  /// Live sessions after or before a position, in the query's order.
  func sessions(
    _ query: SessionQuery, from position: SessionPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [Session]
  /// How many live sessions are selected, counted up to `cap`.
  func countSessions(_ selection: SessionSelection, upTo cap: Int, at now: Timestamp) throws -> CappedCount
  /// How many live sessions the users have that a filter selects, counted up to `cap`.
  func countSessions(of filter: UserFilter, upTo cap: Int, at now: Timestamp) throws -> CappedCount
  /// Of how many users the live sessions are that are selected; of those that ``countSessions(_:at:)`` counts.
  func countOwners(_ selection: SessionSelection, at now: Timestamp) throws -> CappedCount
  /// Up to `limit` of the live sessions that are selected, with ids above `id` alone, in the order of their ids.
  func sessions(_ selection: SessionSelection, after id: SessionID?, limit: Int, at now: Timestamp) throws -> [Session]
  /// Looks for live sessions that a filter selected at `moment`, in the order of their ids, with ids above `id` alone: up to
  /// `limit` of them, and through so many rows that it takes some milliseconds, however few match.
  func stretch(
    of filter: SessionFilter, asOf moment: Timestamp, after id: SessionID?, limit: Int, at now: Timestamp
  ) throws -> SessionStretch
  /// Up to `limit` of the live sessions that are selected, the last seen first.
  func sample(_ selection: SessionSelection, limit: Int, at now: Timestamp) throws -> [Session]
  /// A user's live sessions, the newest first, without `kept` and without the first `count` of the others; simulated
  /// ones, or all but those.
  func sessions(of user: User.ID, areSimulated: Bool, except kept: SessionID?, beyond count: Int, at now: Timestamp)
    throws -> [SessionID]
  /// Moves up to `limit` of the sessions that are selected, those with ids above `id` alone, to the ended ones and returns
  /// which they were, in the order of their ids. Of a filter these are live ones; of an id or a user all that are not past
  /// a limit, so that what is refused for now, and ends, does not live again.
  func endSessions(_ selection: SessionSelection, _ ending: Ending, after id: SessionID?, limit: Int) throws
    -> [SessionID]
  /// Shortens sessions that are open where `policy` is stricter than what they were made with.
  func shorten(to policy: SessionPolicy) throws
}

/// Which live sessions an act is about.
public enum SessionSelection: Hashable, Sendable {
  /// The session with this id.
  case one(SessionID)
  /// All of a user's.
  case user(User.ID)
  /// All of a user's but one.
  case others(of: User.ID, than: SessionID)
  /// All that match a filter.
  case matching(SessionFilter)
  /// All that matched a filter at a moment and are still live; none that was made later.
  case matchingAsOf(SessionFilter, Timestamp)
  /// Of these, those that matched a filter at a moment and are still live: each is found by its id, whatever the filter.
  case among([SessionID], SessionFilter, asOf: Timestamp)
}

/// What was found on a part of the way along the sessions' ids.
public struct SessionStretch: Hashable, Sendable {
  /// Which were found, in the order of their ids.
  public var ids: [SessionID]
  /// Where to go on; nil at the end of the way.
  public var end: SessionID?

  /// Makes it from its parts.
  public init(ids: [SessionID], end: SessionID?) {
    self.ids = ids
    self.end = end
  }
}

extension SessionTable {
  /// Moves all sessions that are selected to the ended ones, at once, and returns which they were.
  func endSessions(_ selection: SessionSelection, _ ending: Ending) throws -> [SessionID] {
    try endSessions(selection, ending, after: nil, limit: Int.max)
  }
}

extension SessionTable {
  /// How many live sessions are selected, up to ``CappedCount/cap``.
  public func countSessions(_ selection: SessionSelection, at now: Timestamp) throws -> CappedCount {
    try countSessions(selection, upTo: CappedCount.cap, at: now)
  }
}
