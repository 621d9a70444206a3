// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  /// Where the count of live sessions stops: the index alone is read for it.
  private static let liveCap = 1_000_000
  private static let cap = CappedCount.cap
  /// Sessions up to which each one's user is asked before it is ranked.
  private static let ranked = 1000

  public func countLive(at now: Timestamp) throws -> CappedCount {
    let exact = try countSessions(.matching(SessionFilter()), at: now)
    guard exact.isCapped else { return exact }
    // More than are looked at one by one. Who is locked has no live session, so the index by end says the rest.
    let live = Condition("s.expires_at > ?", .time(now)) && .proved(since: try everybodyNotBefore())
    let found = try database.count(
      "SELECT 1 FROM sessions s\(dialect.following(.byEnd)) WHERE \(live.sql)", live.arguments, upTo: Self.liveCap)
    return CappedCount(found: found, cap: Self.liveCap)
  }

  public func countAttempts(from start: Timestamp, to end: Timestamp) throws -> (
    logins: CappedCount, failures: CappedCount
  ) {
    var (logins, failures) = (CappedCount(found: 0), CappedCount(found: 0))
    try database.query(
      """
      SELECT outcome = \(Attempt.Outcome.loggedIn.rawValue), count(*)
      FROM (SELECT outcome FROM attempts WHERE at >= ? AND at < ? LIMIT \(Self.cap + 1)) AS found GROUP BY 1
      """, [.time(start), .time(end)]
    ) { row in
      if row.integer(0) == 1 { logins.value = Int(row.integer(1)) } else { failures.value = Int(row.integer(1)) }
    }
    if logins.value + failures.value > Self.cap { (logins.isCapped, failures.isCapped) = (true, true) }
    return (logins, failures)
  }

  public func countSimulated(from start: Timestamp, to end: Timestamp) throws -> CappedCount {
    CappedCount(
      found: try count(
        "SELECT 1 FROM attempts WHERE simulated_by <> '' AND at >= ? AND at < ?", [.time(start), .time(end)]))
  }

  public func countChanges(from start: Timestamp, to end: Timestamp) throws -> (begun: CappedCount, ended: CappedCount)
  {
    let ids: [SQLValue] = [.id(SessionID.first(at: start)), .id(SessionID.first(at: end))]
    let times: [SQLValue] = [.time(start), .time(end)]
    let begun =
      try count("SELECT 1 FROM sessions WHERE id >= ? AND id < ?", ids)
      + count("SELECT 1 FROM ended_sessions WHERE id >= ? AND id < ?", ids)
    let ended =
      try count("SELECT 1 FROM ended_sessions WHERE ended_at >= ? AND ended_at < ?", times)
      + count("SELECT 1 FROM sessions WHERE expires_at >= ? AND expires_at < ?", times)
    return (CappedCount(found: begun), CappedCount(found: ended))
  }

  public func rankLive(limit: Int, ranks: Int, at now: Timestamp) throws -> LiveRanks {
    // Of a few each one's user is asked; of many the index is taken at its word.
    let isExact = try !countSessions(.matching(SessionFilter()), upTo: Self.ranked, at: now).isCapped
    let live =
      isExact ? .isLive(at: now) : Condition("s.expires_at > ?", .time(now)) && .proved(since: try everybodyNotBefore())
    let tables = "sessions s\(dialect.following(.byLastSeen))"
    let recent = """
      SELECT s.address AS address, s.user_agent_id AS agent
      FROM \(tables)\(isExact ? " \(dialect.orderedJoin) users u ON u.id = s.user_id" : "")
      WHERE \(live.sql) ORDER BY s.last_seen_at DESC, s.id DESC LIMIT ?
      """
    let arguments = live.arguments + [.integer(Int64(limit))]
    let looked = try database.first("SELECT count(*) FROM (\(recent)) AS recent", arguments) { Int($0.integer(0)) } ?? 0
    let addresses = try database.all(
      """
      SELECT address, count(*) FROM (\(recent)) AS recent WHERE address IS NOT NULL
      GROUP BY address ORDER BY 2 DESC, 1 LIMIT ?
      """, arguments + [.integer(Int64(ranks))]
    ) { row in IPAddress(bytes: row.blob(0)).map { Overview.Share($0, Int(row.integer(1))) } }
    var names: [UserAgent.Name: Int] = [:]
    // Many headers are one client to people; how many there are is bounded by the sessions looked at.
    try database.query(
      """
      SELECT (SELECT a.text FROM user_agents a WHERE a.id = agent), count(*) FROM (\(recent)) AS recent GROUP BY agent
      """, arguments
    ) { row in names[UserAgent.name(row.text(0)), default: 0] += Int(row.integer(1)) }
    let clients = names.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.prefix(ranks)
    var count = CappedCount(found: looked)
    count.isCapped = looked >= limit
    return LiveRanks(
      addresses: addresses.compactMap { $0 }, clients: clients.map { Overview.Share($0.key, $0.value) }, looked: count)
  }

  private func count(_ rows: String, _ arguments: [SQLValue]) throws -> Int {
    try database.count(rows, arguments, upTo: Self.cap)
  }
}
