import SessionCore

extension AuditTerm {
  /// The term in SQL, over `audit t`. `column` names an indexed column as the route wants it.
  func condition(at now: Timestamp, column: (String) -> String = { $0 }) -> Condition {
    switch self {
    case .mentions(let key):
      Condition(
        """
        (\(column("t.target_user")) IN (SELECT u.id FROM users u WHERE instr(u.login_key, ?) > 0)
        OR instr(lower(t.actor), lower(?)) > 0)
        """, .text(key), .text(key))
    // No character has a byte as large as the last scalar's first.
    case .by(let name):
      Condition(
        "\(column("t.actor")) >= ? AND \(column("t.actor")) < ?", .text(name), .text(name + "\u{10FFFF}"))
    case .terminal(let name): Condition("instr(t.terminal, ?) = 1", .text(name))
    case .from(let address): Condition("instr(t.address, ?) = 1", .text(address))
    case .act(let action): Condition("\(column("t.action")) = ?", .text(action.rawValue))
    case .loginPrefix(let key): .auditOf(column("t.target_user"), .loginPrefix(key))
    case .user(let id): Condition("\(column("t.target_user")) = ?", .id(id))
    case .session(let id): Condition("\(column("t.target_session")) = ?", .id(id))
    case .reason(let part): Condition("instr(lower(t.reason), lower(?)) > 0", .text(part))
    case .at(let test): test.condition(column("t.at"), at: now)
    case .number(let number): Condition("t.id = ?", .integer(number))
    }
  }

  /// Whether an index finds the entries behind the term.
  var isIndexed: Bool {
    switch self {
    case .by, .act, .loginPrefix, .user, .session, .at, .number: true
    case .mentions, .terminal, .from, .reason: false
    }
  }
}

extension Condition {
  /// The entries about the users that `condition` holds for.
  fileprivate static func auditOf(_ column: String, _ condition: Condition) -> Condition {
    var entries = condition
    entries.sql = "\(column) IN (SELECT u.id FROM users u WHERE \(condition.sql))"
    return entries
  }
}
