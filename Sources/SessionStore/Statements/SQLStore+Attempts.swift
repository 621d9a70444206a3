// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

private let throttleColumns = "subject, scope, login, user_id, address, failures, refused, last_at, until"

private func readThrottle(_ row: any Row) -> Throttle? {
  UInt8(exactly: row.integer(1)).flatMap(Throttle.Scope.init).map { scope in
    Throttle(
      subject: row.blob(0), scope: scope, login: row.text(2),
      userID: row.isNull(3) ? nil : User.ID(rawValue: row.integer(3)), address: IPAddress(bytes: row.blob(4)),
      failures: Int(row.integer(5)), refused: Int(row.integer(6)), lastAt: Timestamp(milliseconds: row.integer(7)),
      until: Timestamp(milliseconds: row.integer(8)))
  }
}

extension SQLStore {
  public func throttle(_ subject: [UInt8]) throws -> Throttle? {
    try database.first(
      "SELECT \(throttleColumns) FROM throttle WHERE subject = ?\(lock)", [.blob(subject)], readThrottle)
      ?? nil
  }

  public func claim(_ throttles: [Throttle]) throws {
    // SQLite has one writer at a time. Elsewhere a row that is not there yet cannot be locked: so it is made. In one order,
    // so that two who claim the same do not wait for each other.
    guard dialect != .sqlite else { return }
    for throttle in throttles.sorted(by: { $0.subject.lexicographicallyPrecedes($1.subject) }) {
      try insert(throttle, dialect.unlessThere("throttle", "subject"))
    }
  }

  public func setThrottle(_ throttle: Throttle) throws {
    try insert(
      throttle, dialect.replacing("login", "user_id", "failures", "refused", "last_at", "until", by: "subject"))
  }

  private func insert(_ throttle: Throttle, _ otherwise: String) throws {
    try database.run(
      "INSERT INTO throttle(\(throttleColumns)) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)\(otherwise)",
      [
        .blob(throttle.subject), .integer(Int64(throttle.scope.rawValue)), .text(throttle.login),
        .id(throttle.userID), .address(throttle.address), .integer(Int64(throttle.failures)),
        .integer(Int64(throttle.refused)), .time(throttle.lastAt), .time(throttle.until),
      ])
  }

  public func noteRefused(_ subject: [UInt8], at now: Timestamp) throws {
    try database.run(
      "UPDATE throttle SET refused = refused + 1 WHERE subject = ? AND until > ?", [.blob(subject), .time(now)])
  }

  public func forgive(_ which: Forgiveness) throws -> Int {
    switch which {
    case .subject(let subject): try database.run("DELETE FROM throttle WHERE subject = ?", [.blob(subject)])
    case .user(let user): try database.run("DELETE FROM throttle WHERE user_id = ?", [.id(user)])
    case .network(let address):
      try database.run("DELETE FROM throttle WHERE address = ?", [.blob(address.network.bytes)])
    case .all: try database.run("DELETE FROM throttle", [])
    }
  }

  public func throttles(waiting: Bool, limit: Int, at now: Timestamp) throws -> [Throttle] {
    let since = waiting ? now : .distantPast - Interval(milliseconds: 1)
    return try database.all(
      "SELECT \(throttleColumns) FROM throttle WHERE until > ? ORDER BY until DESC, subject LIMIT ?",
      [.time(since), .integer(Int64(limit))], readThrottle
    ).compactMap { $0 }
  }

  public func countWaiting(at now: Timestamp) throws -> CappedCount {
    CappedCount(
      found: try database.count("SELECT 1 FROM throttle WHERE until > ?", [.time(now)], upTo: CappedCount.cap))
  }

  public func addAttempt(_ attempt: Attempt) throws {
    try database.run(
      """
      INSERT INTO attempts(at, login, user_id, address, user_agent_id, outcome, simulated_by)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .time(attempt.at), .text(attempt.login), .id(attempt.userID), .address(attempt.address),
        try userAgent(attempt.userAgent), .integer(Int64(attempt.outcome.rawValue)),
        .text(attempt.simulatedBy),
      ])
  }

  public func attempts(
    _ query: AttemptQuery, from number: Int64?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [AttemptEntry] {
    let isDescending = query.descending == (direction == .after)
    let numbers = try numbers(
      search(query.filter, at: now), from: number, isDescending: isDescending, limit: limit)
    guard !numbers.isEmpty else { return [] }
    let rows = try attempts(
      .list("t.id", numbers.map { .integer($0) }), by: "t.id", isDescending ? "DESC" : "ASC", limit)
    return direction == .after ? rows : rows.reversed()
  }

  public func countAttempts(_ filter: AttemptFilter, at now: Timestamp) throws -> CappedCount {
    CappedCount(found: try count(search(filter, at: now), upTo: CappedCount.cap))
  }

  public func throttles(of user: User.ID?, network: IPAddress?) throws -> [Throttle] {
    try database.all(
      "SELECT \(throttleColumns) FROM throttle WHERE user_id = ? OR address = ? ORDER BY until DESC, subject LIMIT 20",
      [.id(user), .address(network)], readThrottle
    ).compactMap { $0 }
  }

  public func attempts(after number: Int64, limit: Int) throws -> [AttemptEntry] {
    try attempts(Condition("t.id > ?", .integer(number)), by: "t.id", "ASC", limit)
  }

  private func attempts(_ condition: Condition, by column: String, _ order: String, _ limit: Int) throws
    -> [AttemptEntry]
  {
    try database.all(
      """
      SELECT t.id, t.at, t.login, t.user_id, t.address,
        (SELECT a.text FROM user_agents a WHERE a.id = t.user_agent_id), t.outcome, t.simulated_by
      FROM attempts t WHERE \(condition.sql) ORDER BY \(column) \(order) LIMIT ?
      """, condition.arguments + [.integer(Int64(limit))]
    ) { row in
      UInt8(exactly: row.integer(6)).flatMap(Attempt.Outcome.init).map { outcome in
        AttemptEntry(
          number: row.integer(0),
          attempt: Attempt(
            at: Timestamp(milliseconds: row.integer(1)), login: row.text(2),
            userID: row.isNull(3) ? nil : User.ID(rawValue: row.integer(3)), address: IPAddress(bytes: row.blob(4)),
            userAgent: row.text(5), outcome: outcome, simulatedBy: row.text(7)))
      }
    }.compactMap { $0 }
  }

  public func lastAttemptNumber() throws -> Int64 {
    try database.first("SELECT coalesce(max(id), 0) FROM attempts") { $0.integer(0) } ?? 0
  }
}
