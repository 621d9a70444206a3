import SessionCore

extension SQLStore {
  /// How the attempts that a filter selects are found.
  func search(_ filter: AttemptFilter, at now: Timestamp) throws -> NumberedSearch {
    try search("attempts", filter) {
      try condition(of: $0, at: now)
    } _: {
      try range(of: $0, at: now)
    }
  }

  /// A term over `attempts t`.
  private func condition(of term: AttemptTerm, at now: Timestamp) throws -> Condition {
    switch term {
    case .loginPrefix(let key): try condition(of: .beginning(with: key), "t.user_id")
    case .loginContains(let key): try condition(of: .containing(key), "t.user_id")
    case .user(let id): Condition("t.user_id = ?", .id(id))
    // A range, so that an index by address serves it.
    case .from(let network):
      Condition("t.address BETWEEN ? AND ?", .blob(network.first.bytes), .blob(network.last.bytes))
    case .client(let part): try clients(.calling(part), "t.user_agent_id")
    case .app(let name): try clients(.named(name, UserAgent.clients), "t.user_agent_id")
    case .system(let name): try clients(.named(name, UserAgent.systems), "t.user_agent_id")
    case .simulated: Condition("t.simulated_by <> ''")
    case .outcome(let outcome): Condition("t.outcome = ?", .integer(Int64(outcome.rawValue)))
    case .at(let test): test.condition("t.at", at: now)
    case .number(let number): Condition("t.id = ?", .integer(number))
    }
  }

  private func range(of term: AttemptTerm, at now: Timestamp) throws -> NumberedRange? {
    func among(_ index: String?, isOrdered: Bool = false) throws -> NumberedRange {
      NumberedRange(index: index, condition: try condition(of: term, at: now), isOrdered: isOrdered)
    }
    switch term {
    case .loginPrefix(let key): return try range(of: .beginning(with: key), "attempts_by_user", "t.user_id")
    case .loginContains(let key): return try range(of: .containing(key), "attempts_by_user", "t.user_id")
    case .user: return try among("attempts_by_user", isOrdered: true)
    case .from: return try among("attempts_by_address")
    case .client, .app, .system: return try among("attempts_by_user_agent")
    // Of other engines it has those as well that nobody simulated.
    case .simulated: return dialect == .sqlite ? try among("attempts_by_simulation") : nil
    case .outcome: return try among("attempts_by_outcome", isOrdered: true)
    case .at: return try among("attempts_by_time")
    case .number: return try among(nil)
    }
  }
}
