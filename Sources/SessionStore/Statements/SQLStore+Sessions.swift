// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

let sessionColumns = """
  s.id, s.user_id, u.login, u.state, u.not_before, \(Condition.everybodyNotBefore), s.proof, s.created_at,
  s.authenticated_at, s.last_seen_at, s.absolute_expires_at, s.expires_at, s.kind, s.address,
  (SELECT a.text FROM user_agents a WHERE a.id = s.user_agent_id), s.created_by, s.sealed_until,
  s.seal
  """
/// The columns of `sessions`, which `ended_sessions` has as well.
let ownColumns = """
  id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at, expires_at, kind, address,
  user_agent_id, created_by, sealed_until, seal
  """

func readSession(_ row: any Row) throws -> Session? {
  // A row with an id or a kind that cannot be is no session of ours.
  guard let id = SessionID(bytes: row.blob(0)), let kind = UInt8(exactly: row.integer(12)).flatMap(SessionKind.init)
  else { return nil }
  func time(_ column: Int) -> Timestamp { Timestamp(milliseconds: row.integer(column)) }
  return Session(
    id: id, userID: User.ID(rawValue: row.integer(1)),
    owner: Session.Owner(login: row.text(2), state: readState(row.integer(3)), notBefore: max(time(4), time(5))),
    proof: Proof(bytes: row.blob(6)), createdAt: time(7), authenticatedAt: time(8), lastSeenAt: time(9),
    absoluteExpiresAt: time(10), expiresAt: time(11), kind: kind, address: IPAddress(bytes: row.blob(13)),
    userAgent: row.text(14), createdBy: row.text(15),
    seal: SessionSeal(until: time(16), code: row.blob(17)))
}

extension SQLStore {
  /// Sessions with their users: through the sessions' index in the order asked for, and each user is looked up.
  var sessionTables: String { "sessions s \(dialect.orderedJoin) users u ON u.id = s.user_id" }

  /// Put together once: every check of a session asks it. Of one session there is no order to keep to.
  private static let sessionByID = """
    SELECT \(sessionColumns), \(versionColumn) FROM sessions s CROSS JOIN users u ON u.id = s.user_id WHERE s.id = ?
    """

  public func session(id: SessionID) throws -> Session? {
    let sql = Self.sessionByID
    // A check is one such read, in a process of its own: it asks for the version in the same breath.
    guard !isVerified else { return try connection.first(sql, [.id(id)], readSession) ?? nil }
    do {
      let found = try connection.first(sql, [.id(id)]) { row in
        try verify(row.isNull(18) ? nil : Int(row.integer(18)))
        return try readSession(row)
      }
      return found ?? nil
    } catch let error as StoreError where error.kind == .other {
      // A database of another version may lack what was asked for: that is then what is wrong with it.
      _ = try database
      throw error
    }
  }

  public func addSession(_ session: Session) throws {
    try database.run(
      "INSERT INTO sessions(\(ownColumns)) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .id(session.id), .id(session.userID), .blob(session.proof.bytes), .time(session.createdAt),
        .time(session.authenticatedAt), .time(session.lastSeenAt), .time(session.absoluteExpiresAt),
        .time(session.expiresAt), .integer(Int64(session.kind.rawValue)), .address(session.address),
        try userAgent(session.userAgent), .text(session.createdBy),
        .time(session.seal.until), .blob(session.seal.code),
      ])
  }

  /// The number of a client's name, which is kept once however many sessions have it.
  func userAgent(_ text: String) throws -> SQLValue {
    let find = "SELECT id FROM user_agents WHERE text = ?"
    if let known: SQLValue = try database.first(find, [.text(text)], { .integer($0.integer(0)) }) { return known }
    try database.run(
      "INSERT INTO user_agents(text) VALUES(?)\(dialect.unlessThere("user_agents", "id"))", [.text(text)])
    return try database.first(find, [.text(text)]) { .integer($0.integer(0)) } ?? .null
  }

  public func setProof(_ proof: Proof, of session: Session) throws {
    try database.run(
      "UPDATE sessions SET proof = ? WHERE id = ? AND proof = ?",
      [.blob(proof.bytes), .id(session.id), .blob(session.proof.bytes)])
  }

  public func expire(_ id: SessionID, at time: Timestamp) throws {
    try database.run(
      "UPDATE sessions SET expires_at = ? WHERE id = ? AND expires_at > ?", [.time(time), .id(id), .time(time)])
  }

  public func touch(_ session: Session, at time: Timestamp, expiresAt: Timestamp, seal: SessionSeal) throws {
    try database.run(
      """
      UPDATE sessions SET last_seen_at = ?, expires_at = ?, sealed_until = ?, seal = ?
      WHERE id = ? AND last_seen_at = ? AND expires_at = ?
      """,
      [
        .time(time), .time(expiresAt), .time(seal.until), .blob(seal.code), .id(session.id), .time(session.lastSeenAt),
        .time(session.expiresAt),
      ])
  }

  public func countSessions(_ selection: SessionSelection, upTo cap: Int, at now: Timestamp) throws -> CappedCount {
    // Lists ask for a few thousand at most; what an act is about is counted to its end, user by user.
    if cap <= CappedCount.cap {
      switch selection {
      case .matching(let filter): return try countMatching(filter, upTo: cap, at: now)
      case .user(let id): return try countMatching(SessionFilter(terms: [.user(id)]), upTo: cap, at: now)
      case .one, .others, .matchingAsOf, .among: break
      }
    }
    return try count("count(*)", "1", selection, upTo: cap, at: now)
  }

  public func countOwners(_ selection: SessionSelection, at now: Timestamp) throws -> CappedCount {
    try count("count(DISTINCT user_id)", "s.user_id", selection, upTo: CappedCount.cap, at: now)
  }

  public func countSessions(of filter: UserFilter, upTo cap: Int, at now: Timestamp) throws -> CappedCount {
    let condition = Condition.selected(filter, at: now) && .isLive(at: now)
    let found = try database.count(
      "SELECT 1 FROM users u \(dialect.orderedJoin) sessions s ON s.user_id = u.id WHERE \(condition.sql)",
      condition.arguments, upTo: cap)
    return CappedCount(found: found, cap: cap)
  }

  private func count(
    _ what: String, _ column: String, _ selection: SessionSelection, upTo cap: Int, at now: Timestamp
  ) throws -> CappedCount {
    let condition = try routed(selection, at: now)
    let found = try database.count(
      "SELECT \(column) FROM \(sessionTables) WHERE \(condition.sql)", condition.arguments, upTo: cap, what)
    return CappedCount(found: found, cap: cap)
  }

  /// What is selected, by the route that suits a filter where no order is asked for.
  private func routed(_ selection: SessionSelection, at now: Timestamp) throws -> Condition {
    switch selection {
    case .matching(let filter): .selected(filter, by: try route(of: filter, along: nil, at: now), at: now)
    case .matchingAsOf(let filter, let moment):
      .selected(filter, asOf: moment, by: try route(of: filter, along: nil, at: moment), at: now)
    case .one, .user, .others, .among: .selected(selection, at: now)
    }
  }

  public func sessions(_ selection: SessionSelection, after id: SessionID?, limit: Int, at now: Timestamp) throws
    -> [Session]
  {
    var condition = Condition.selected(selection, at: now)
    if let id { condition = condition && Condition("s.id > ?", .id(id)) }
    return try database.all(
      "SELECT \(sessionColumns) FROM \(sessionTables) WHERE \(condition.sql) ORDER BY s.id LIMIT ?",
      condition.arguments + [.integer(Int64(limit))], readSession
    ).compactMap { $0 }
  }

  public func sessions(
    of user: User.ID, areSimulated: Bool, except kept: SessionID?, beyond count: Int, at now: Timestamp
  ) throws -> [SessionID] {
    let live = Condition.isLive(at: now)
    let kind = "s.kind \(areSimulated ? "=" : "<>") \(SessionKind.simulated.rawValue)"
    return try database.all(
      """
      SELECT s.id FROM \(sessionTables) WHERE s.user_id = ? AND \(kind) AND s.id <> ? AND \(live.sql)
      ORDER BY s.id DESC LIMIT \(Int64.max) OFFSET ?\(lock)
      """, [.id(user), .blob(kept?.bytes ?? [])] + live.arguments + [.integer(Int64(count))]
    ) { SessionID(bytes: $0.blob(0)) }.compactMap { $0 }
  }

  public func shorten(to policy: SessionPolicy) throws {
    for kind in SessionKind.allCases {
      let limits: [SQLValue] = [
        .integer(policy[kind].absolute.milliseconds), .integer(policy[kind].idle.milliseconds),
      ]
      try database.run(
        """
        UPDATE sessions SET expires_at = \(dialect.least("created_at + ?, last_seen_at + ?"))
        WHERE kind = \(kind.rawValue) AND expires_at > \(dialect.least("created_at + ?, last_seen_at + ?"))
        """, limits + limits)
    }
  }
}
