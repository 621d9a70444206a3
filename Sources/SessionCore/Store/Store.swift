/// What the core asks of a database. One store belongs to one thread.
///
/// Every call throws ``StoreError`` when the database cannot answer. Changes stand inside ``transaction(_:_:)``, with
/// their audit record; ``SessionService`` sees to that.
public protocol Store: AnyObject {
  /// Runs `body` as one transaction: all of it is kept, or nothing is when it throws.
  func transaction<Result>(_ durability: Durability, _ body: () throws -> Result) throws -> Result

  /// Runs `body`, whose reads all see the database as it is at one moment.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result

  /// The number of the last migration that the database has had; nil for a database that was never set up.
  func schemaVersion() throws -> Int?
  /// Brings the schema up to date and returns the names of the migrations that ran.
  func migrate() throws -> [String]
  /// A number that differs after somebody else has changed the database, and only then.
  func changeCounter() throws -> Int64

  /// The limits of sessions.
  func policy() throws -> SessionPolicy
  /// Sets the limits, and shortens the sessions that are open already where the new limits are stricter.
  func setPolicy(_ policy: SessionPolicy) throws

  /// Adds a user and returns their id. Throws ``StoreError/Kind/duplicate`` when the login's key is taken.
  func addUser(login: Login, createdAt: Timestamp) throws -> User.ID
  /// The user with this login key.
  func user(key: String) throws -> User?
  /// The user with this id.
  func user(id: User.ID) throws -> User?
  /// Sets a user's state if it differs and returns whether it did.
  func setState(_ state: User.State, of user: User.ID) throws -> Bool
  /// Notes a login.
  func noteLogin(of user: User.ID, at time: Timestamp, from address: IPAddress?) throws
  /// Users by login key, after or before one, in order.
  func users(_ filter: UserFilter, from key: String?, _ direction: PageDirection, limit: Int, at now: Timestamp)
    throws -> [UserListing]
  /// How many users match.
  func countUsers(_ filter: UserFilter) throws -> CappedCount

  /// The user's credential.
  func credential(of user: User.ID) throws -> Credential?
  /// Sets the user's credential in place of any other.
  func setCredential(_ credential: Credential, of user: User.ID) throws

  /// Adds a session.
  func addSession(_ session: Session) throws
  /// The session with this id, live or not.
  func session(id: SessionID) throws -> Session?
  /// Writes a request at `time` down, unless another was written, or the session's end was moved, since `session` was
  /// read: of parallel requests one writes, and a limit made stricter meanwhile holds.
  func touch(_ session: Session, at time: Timestamp, expiresAt: Timestamp) throws
  /// Live sessions after or before a position, in the query's order.
  func sessions(
    _ query: SessionQuery, from position: SessionPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [Session]
  /// How many live sessions are selected.
  func countSessions(_ selection: SessionSelection, at now: Timestamp) throws -> CappedCount
  /// Up to `limit` of the live sessions that are selected, the last seen first.
  func sample(_ selection: SessionSelection, limit: Int, at now: Timestamp) throws -> [Session]
  /// Moves the live sessions that are selected to the ended ones and returns which they were.
  func endSessions(_ selection: SessionSelection, _ ending: Ending) throws -> [SessionID]
  /// Moves up to `limit` sessions that are past a limit to the ended ones and returns how many there were.
  func sweep(limit: Int, at now: Timestamp) throws -> Int
  /// How an ended session ended; nil when there is none with this id.
  func ending(of id: SessionID) throws -> Ending?

  /// What is kept for a session under `name`.
  func data(of session: SessionID, name: String) throws -> String?
  /// Keeps `value` for a session under `name`, or removes it when nil. Throws ``SessionDataError`` at the bounds.
  func setData(of session: SessionID, name: String, value: String?) throws
  /// How many names are kept for a session.
  func countData(of session: SessionID) throws -> Int

  /// Appends to the audit log and returns the entry's number.
  @discardableResult func append(_ record: AuditRecord) throws -> Int64
  /// Up to `limit` entries with numbers above `number`, oldest first.
  func audit(after number: Int64, limit: Int) throws -> [AuditEntry]
  /// The newest entry's number; 0 when there is none.
  func lastAuditNumber() throws -> Int64
}

/// Whether a transaction must outlive a power cut.
public enum Durability: Sendable {
  /// Synced to disk before it is answered: logins, ends, users, passwords, audit.
  case full
  /// May be lost in a power cut: the last request of a session.
  case normal
}

/// Which live sessions an act is about.
public enum SessionSelection: Hashable, Sendable {
  /// The session with this id.
  case one(SessionID)
  /// All of a user's.
  case user(User.ID)
  /// All that match a filter.
  case matching(SessionFilter)
}
