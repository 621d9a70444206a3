/// What the core asks about attempts to log in, and about who has to wait.
public protocol AttemptTable: AnyObject {
  /// The counter with this subject.
  func throttle(_ subject: [UInt8]) throws -> Throttle?
  /// Lets nobody else read or change these counters, whether they are there already or not, until the transaction is over.
  func claim(_ throttles: [Throttle]) throws
  /// Sets a counter.
  func setThrottle(_ throttle: Throttle) throws
  /// Notes at `now` that an attempt was turned away unseen, if the counter still waits.
  func noteRefused(_ subject: [UInt8], at now: Timestamp) throws
  /// Removes counters.
  func forgive(_ which: Forgiveness) throws -> Int
  /// Counters by how long they still wait, the longest first; with `waiting`, only those that wait at `now`.
  func throttles(waiting: Bool, limit: Int, at now: Timestamp) throws -> [Throttle]
  /// How many counters wait at `now`.
  func countWaiting(at now: Timestamp) throws -> CappedCount

  /// Adds an attempt.
  func addAttempt(_ attempt: Attempt) throws
  /// Attempts in the query's order: those that come after or before the one of `number`. Nil begins at the list's start, or
  /// at its end.
  func attempts(
    _ query: AttemptQuery, from number: Int64?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [AttemptEntry]
  /// How many attempts match.
  func countAttempts(_ filter: AttemptFilter, at now: Timestamp) throws -> CappedCount
  /// The counters of a user and of an address's network, those that wait longest first.
  func throttles(of user: User.ID?, network: IPAddress?) throws -> [Throttle]
  /// Attempts, oldest first, with numbers above `number`.
  func attempts(after number: Int64, limit: Int) throws -> [AttemptEntry]
  /// The newest attempt's number; 0 when there is none.
  func lastAttemptNumber() throws -> Int64
  /// Forgets up to `limit` attempts from before `time`, and counters whose failures are forgotten; returns how many rows
  /// went.
  func pruneAttempts(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int
}

/// Whose failures are forgotten.
public enum Forgiveness: Hashable, Sendable {
  /// The counter with this subject: an account's that logged in, for whoever came from there.
  case subject([UInt8])
  /// A user's.
  case user(User.ID)
  /// A network's.
  case network(IPAddress)
  /// Everybody's.
  case all
}

extension AttemptTable {
  /// Attempts, newest first, with numbers below `number`; nil begins with the newest.
  public func attempts(
    _ filter: AttemptFilter, before number: Int64?, limit: Int, at now: Timestamp = Clock.system.now()
  ) throws -> [AttemptEntry] {
    try attempts(AttemptQuery(filter: filter), from: number, .after, limit: limit, at: now)
  }
}
