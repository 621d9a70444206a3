import SessionCore

extension AttemptTerm {
  /// The term in SQL, over `attempts t`. `column` names an indexed column as the route wants it.
  func condition(at now: Timestamp, column: (String) -> String = { $0 }) -> Condition {
    switch self {
    case .loginPrefix(let key): .ofUsers(column("t.user_id"), .loginPrefix(key))
    case .loginContains(let key): .ofUsers(column("t.user_id"), .loginContains(key))
    case .user(let id): Condition("\(column("t.user_id")) = ?", .id(id))
    // A range, so that an index by address serves it.
    case .from(let network):
      Condition("\(column("t.address")) BETWEEN ? AND ?", .blob(network.first.bytes), .blob(network.last.bytes))
    // Far fewer clients than attempts call themselves differently: they are looked through once.
    case .client(let part):
      Condition(
        "+t.user_agent_id IN (SELECT a.id FROM user_agents a WHERE instr(lower(a.text), lower(?)) > 0)", .text(part))
    case .app(let name): .named(name, UserAgent.clients, "+t.user_agent_id")
    case .system(let name): .named(name, UserAgent.systems, "+t.user_agent_id")
    case .simulated: Condition("t.simulated_by <> ''")
    case .outcome(let outcome): Condition("\(column("t.outcome")) = ?", .integer(Int64(outcome.rawValue)))
    case .at(let test): test.condition(column("t.at"), at: now)
    case .number(let number): Condition("t.id = ?", .integer(number))
    }
  }

  /// Whether an index finds the attempts behind the term.
  var isIndexed: Bool {
    switch self {
    // For a part of a login, all users would be looked through to count.
    case .loginContains, .client, .app, .system: false
    case .loginPrefix, .user, .from, .simulated, .outcome, .at, .number: true
    }
  }
}

extension Condition {
  /// The attempts on the users that `condition` holds for.
  fileprivate static func ofUsers(_ column: String, _ condition: Condition) -> Condition {
    var attempts = condition
    attempts.sql = "\(column) IN (SELECT u.id FROM users u WHERE \(condition.sql))"
    return attempts
  }
}
