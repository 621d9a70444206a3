// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func pruneEnded(before time: Timestamp, limit: Int) throws -> Int {
    // What was done is looked up as long as what it ended.
    let acts = try database.run(
      "DELETE FROM acts WHERE id < ? AND id NOT IN (SELECT act FROM recall)", [.id(SessionID.first(at: time))])
    let sessions = try database.run(
      dialect.delete(from: "ended_sessions", where: "ended_at < ?", order: "ended_at, id", key: "id"),
      [.time(time), .integer(Int64(limit))])
    return max(acts, sessions)
  }

  public func pruneRemains(endedBefore time: Timestamp, limit: Int) throws -> Int {
    let ids = try database.all(
      """
      SELECT d.session_id FROM ended_session_data d LEFT JOIN ended_sessions e ON e.id = d.session_id
      WHERE e.id IS NULL OR e.ended_at < ? LIMIT ?
      """, [.time(time), .integer(Int64(limit))]
    ) { SQLValue.blob($0.blob(0)) }
    let old = Condition.list("session_id", ids)
    let data = ids.isEmpty ? 0 : try database.run("DELETE FROM ended_session_data WHERE \(old.sql)", old.arguments)
    let codes = try database.run("DELETE FROM activations WHERE expires_at < ?", [.time(time)])
    // A full batch of either means that there may be more.
    return max(data, codes)
  }

  public func pruneUserAgents(after number: Int64, limit: Int) throws -> (removed: Int, last: Int64?) {
    let last = try database.first(
      "SELECT max(id) FROM (SELECT id FROM user_agents WHERE id > ? ORDER BY id LIMIT ?) AS found",
      [.integer(number), .integer(Int64(limit))]
    ) { $0.isNull(0) ? nil : $0.integer(0) }
    guard let last, let last else { return (0, nil) }
    let removed = try database.run(
      """
      DELETE FROM user_agents WHERE id > ? AND id <= ?
        AND NOT EXISTS(SELECT 1 FROM sessions WHERE user_agent_id = user_agents.id)
        AND NOT EXISTS(SELECT 1 FROM ended_sessions WHERE user_agent_id = user_agents.id)
        AND NOT EXISTS(SELECT 1 FROM attempts WHERE user_agent_id = user_agents.id)
      """, [.integer(number), .integer(last)])
    return (removed, last)
  }

  public func pruneAttempts(before time: Timestamp, limit: Int, at now: Timestamp) throws -> Int {
    let attempts = try database.run(
      dialect.delete(from: "attempts", where: "at < ?", order: "at, id", key: "id"),
      [.time(time), .integer(Int64(limit))])
    let counters = try database.run(
      dialect.delete(from: "throttle", where: "last_at < ? AND until <= ?", order: "last_at", key: "subject"),
      [.time(now - GuessingPolicy.memory), .time(now), .integer(Int64(limit))])
    return max(attempts, counters)
  }
}
