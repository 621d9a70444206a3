import SessionCore

extension AttemptTerm {
  /// The term in SQL, over `attempts t`.
  var condition: Condition {
    switch self {
    case .loginPrefix(let key): .ofUsers(.loginPrefix(key))
    case .loginContains(let key): .ofUsers(.loginContains(key))
    case .user(let id): Condition("t.user_id = ?", .id(id))
    // A range, so that an index by address serves it.
    case .from(let network):
      Condition("t.address BETWEEN ? AND ?", .blob(network.first.bytes), .blob(network.last.bytes))
    // Far fewer clients than attempts call themselves differently: they are looked through once.
    case .client(let part):
      Condition("+t.user_agent_id IN (SELECT a.id FROM user_agents a WHERE instr(lower(a.text), ?) > 0)", .text(part))
    case .outcome(let outcome): Condition("t.outcome = ?", .integer(Int64(outcome.rawValue)))
    case .number(let number): Condition("t.id = ?", .integer(number))
    }
  }
}

extension Condition {
  /// The attempts on the users that `condition` holds for.
  fileprivate static func ofUsers(_ condition: Condition) -> Condition {
    var attempts = condition
    attempts.sql = "t.user_id IN (SELECT u.id FROM users u WHERE \(condition.sql))"
    return attempts
  }
}
