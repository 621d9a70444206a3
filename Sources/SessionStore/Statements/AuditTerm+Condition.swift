import SessionCore

extension SQLStore {
  /// How the entries of the audit log that a filter selects are found.
  func search(_ filter: AuditFilter, at now: Timestamp) throws -> NumberedSearch {
    try search("audit", filter) {
      try condition(of: $0, at: now)
    } _: {
      try range(of: $0, at: now)
    }
  }

  /// A term over `audit t`.
  private func condition(of term: AuditTerm, at now: Timestamp) throws -> Condition {
    switch term {
    case .mentions(let key):
      Condition("(") + (try condition(of: .containing(key), "t.target_user"))
        + Condition(" OR instr(lower(t.actor), lower(?)) > 0)", .text(key))
    // No character has a byte as large as the last scalar's first.
    case .by(let name): Condition("t.actor >= ? AND t.actor < ?", .text(name), .text(name + "\u{10FFFF}"))
    case .terminal(let name): Condition("instr(t.terminal, ?) = 1", .text(name))
    case .from(let address): Condition("instr(t.address, ?) = 1", .text(address))
    case .act(let action): Condition("t.action = ?", .text(action.rawValue))
    case .loginPrefix(let key): try condition(of: .beginning(with: key), "t.target_user")
    case .user(let id): Condition("t.target_user = ?", .id(id))
    case .session(let id): Condition("t.target_session = ?", .id(id))
    case .reason(let part): Condition("instr(lower(t.reason), lower(?)) > 0", .text(part))
    case .at(let test): test.condition("t.at", at: now)
    case .number(let number): Condition("t.id = ?", .integer(number))
    }
  }

  private func range(of term: AuditTerm, at now: Timestamp) throws -> NumberedRange? {
    func among(_ index: String?, isOrdered: Bool = false) throws -> NumberedRange {
      NumberedRange(index: index, condition: try condition(of: term, at: now), isOrdered: isOrdered)
    }
    switch term {
    case .by: return try among("audit_by_actor")
    case .act: return try among("audit_by_action", isOrdered: true)
    case .loginPrefix(let key): return try range(of: .beginning(with: key), "audit_by_user", "t.target_user")
    case .user: return try among("audit_by_user", isOrdered: true)
    case .session: return try among("audit_by_session", isOrdered: true)
    case .at: return try among("audit_by_time")
    case .number: return try among(nil)
    case .mentions, .terminal, .from, .reason: return nil
    }
  }
}
