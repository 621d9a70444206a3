import SessionCore

/// Rows as the tables have them. Each function adds the columns in the order in which ``MovedTable`` lists them.
extension PackedRows {
  /// Rows of users, of a table that has no others.
  public static func users() -> PackedRows { of("users") }
  /// Rows of their credentials.
  public static func credentials() -> PackedRows { of("credentials") }
  /// Rows of sessions that go on.
  public static func sessions() -> PackedRows { of("sessions") }
  /// Rows of sessions that have ended.
  public static func endedSessions() -> PackedRows { of("ended_sessions") }
  /// Rows of attempts to log in.
  public static func attempts() -> PackedRows { of("attempts") }

  private static func of(_ name: String) -> PackedRows {
    PackedRows(of: name, width: MovedTable.all.first { $0.name == name }?.columns.count ?? 1)
  }

  /// Adds a user.
  public mutating func add(_ user: User) {
    add(user.id.rawValue)
    add(user.login.text)
    add(user.login.key)
    add(Int64(user.state.rawValue))
    add(user.notBefore.milliseconds)
    add(user.createdAt.milliseconds)
    add(user.lastLoginAt?.milliseconds)
    add(user.lastLoginFrom?.bytes)
    add(user.version)
    add(user.maximumSessions.map(Int64.init))
  }

  /// Adds a user's credential; `scheme` is the credential's own, which takes a while to find out.
  public mutating func add(_ credential: Credential, scheme: String, of user: User.ID) {
    add(user.rawValue)
    add(credential.hash)
    add(scheme)
    add(credential.changedAt.milliseconds)
    add(Int64(credential.source.rawValue))
    if let pepper = credential.pepperID { add(pepper) } else { addNull() }
    add(credential.mustChange ? 1 : 0)
  }

  /// Adds a session, with the number of its client's name; of one that has ended, how.
  public mutating func add(_ session: Session, client: Int64, ending: Ending? = nil) {
    add(session.id.bytes)
    add(session.userID.rawValue)
    add(session.proof.bytes)
    for time in [session.createdAt, session.authenticatedAt, session.lastSeenAt] { add(time.milliseconds) }
    for time in [session.absoluteExpiresAt, session.expiresAt] { add(time.milliseconds) }
    add(Int64(session.kind.rawValue))
    add(session.address?.bytes)
    add(client)
    add(session.createdBy)
    add(session.seal.until.milliseconds)
    add(session.seal.code)
    guard let ending else { return }
    add(ending.at.milliseconds)
    add(Int64(ending.how.rawValue))
    add(ending.by)
    add(ending.reason)
    addNull()
  }

  /// Adds an attempt, with the number of its client's name. The database gives it its own number.
  public mutating func add(_ attempt: Attempt, client: Int64) {
    addNull()
    add(attempt.at.milliseconds)
    add(attempt.login)
    add(attempt.userID?.rawValue)
    add(attempt.address?.bytes)
    add(client)
    add(Int64(attempt.outcome.rawValue))
    add(attempt.simulatedBy)
  }
}
