/// What the core asks about users and what they prove themselves with.
public protocol UserTable: AnyObject {
  /// Adds a user and returns their id, which no other user ever had. Throws ``StoreError/Kind/duplicate`` when the
  /// login's key is taken.
  func addUser(login: Login, createdAt: Timestamp) throws -> User.ID
  /// Removes a user with their credential and activation code. Their sessions must have ended.
  func removeUser(_ user: User.ID) throws
  /// The user with this login key.
  func user(key: String) throws -> User?
  /// The user with this id.
  func user(id: User.ID) throws -> User?
  /// The newest user's id; nil where there is none. Ids rise, and none comes back.
  func lastUserID() throws -> User.ID?
  /// Sets a user's state if it differs and returns whether it did.
  func setState(_ state: User.State, of user: User.ID) throws -> Bool
  /// Refuses the user's sessions from before `time`.
  func setNotBefore(_ time: Timestamp, of user: User.ID) throws
  /// Sets how many sessions the user may have; nil for what the policy says.
  func setMaximumSessions(_ count: Int?, of user: User.ID) throws
  /// Notes a login.
  func noteLogin(of user: User.ID, at time: Timestamp, from address: IPAddress?) throws
  /// Users after or before a position, in the query's order.
  func users(
    _ query: UserQuery, from position: UserPosition?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [UserListing]
  /// How many users match, counted up to `cap`.
  func countUsers(_ filter: UserFilter, upTo cap: Int, at now: Timestamp) throws -> CappedCount

  /// The user's credential.
  func credential(of user: User.ID) throws -> Credential?
  /// Sets the user's credential in place of any other.
  func setCredential(_ credential: Credential, of user: User.ID) throws

  /// The user's activation code.
  func activation(of user: User.ID) throws -> Activation?
  /// Sets the user's activation code in place of any other; nil removes it.
  func setActivation(_ activation: Activation?, of user: User.ID) throws
  /// Removes everybody's activation codes, and those that are kept for taking acts back.
  func removeActivations() throws
}

extension UserTable {
  /// Users by login key, after or before one, in order.
  public func users(
    _ filter: UserFilter, from key: String?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [UserListing] {
    let position = key.map { UserPosition(key: $0, time: nil, id: .nobody) }
    return try users(UserQuery(filter: filter), from: position, direction, limit: limit, at: now)
  }
}

extension UserTable {
  /// How many users match, up to ``CappedCount/cap``.
  public func countUsers(_ filter: UserFilter, at now: Timestamp) throws -> CappedCount {
    try countUsers(filter, upTo: CappedCount.cap, at: now)
  }
}
