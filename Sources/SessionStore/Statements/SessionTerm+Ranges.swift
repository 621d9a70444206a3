import SessionCore

extension SQLStore {
  /// A term as an index of `sessions s` answers it.
  func condition(of term: SessionTerm, at now: Timestamp) throws -> Condition {
    switch term {
    case .loginPrefix(let key): try condition(of: .beginning(with: key), "s.user_id")
    case .loginContains(let key): try condition(of: .containing(key), "s.user_id")
    case .client(let part): try clients(.calling(part), "s.user_agent_id")
    case .app(let name): try clients(.named(name, UserAgent.clients), "s.user_agent_id")
    case .system(let name): try clients(.named(name, UserAgent.systems), "s.user_agent_id")
    // Ids begin with the time.
    case .started(.below(let length)):
      Condition("+s.id >= ?", .id(SessionID.first(at: max(.distantPast, now - length + Interval(milliseconds: 1)))))
    case .started(.above(let length)):
      Condition("+s.id < ?", .id(SessionID.first(at: max(.distantPast, now - length))))
    case .madeBy(let name): .madeBy(name)
    default: term.condition(at: now) { "+" + $0 }
    }
  }

  /// The parts of indexes that sessions of a literal are in: each has all of them. None where no index finds them.
  func ranges(of literal: SessionFilter.Literal, _ bounds: SessionBounds, at now: Timestamp) throws -> [SessionRange] {
    let term = literal.term
    let seen = SessionRange(index: .byLastSeen, condition: bounds.range(.lastSeen))
    let ends = SessionRange(index: .byEnd, condition: bounds.range(.ends))
    let started = SessionRange(index: .byID, condition: bounds.range(.started))
    guard !literal.isNegated else {
      switch term {
      case .kind(let kind): return [try range(of: SessionKind.allCases.filter { $0 != kind })]
      case .state(.simulated): return [try range(of: SessionKind.allCases.filter { $0 != .simulated })]
      case .idle: return [seen]
      case .ends: return [ends]
      case .started: return [started]
      default: return []
      }
    }
    switch term {
    case .loginPrefix(let key): return try ranges(of: .beginning(with: key))
    case .loginContains(let key): return try ranges(of: .containing(key))
    case .from: return [SessionRange(index: .byAddress, condition: term.condition(at: now))]
    case .client, .app, .system: return [SessionRange(index: .byClient, condition: try condition(of: term, at: now))]
    case .id, .ids: return [SessionRange(index: .byID, condition: term.condition(at: now))]
    case .started: return [started]
    case .idle: return [seen]
    case .ends: return [ends]
    case .kind(.simulated), .state(.simulated): return [try simulated() ?? range(of: [.simulated])]
    case .kind(let kind): return [try range(of: [kind])]
    case .state(.remembered): return [try range(of: [.remembered], .more)]
    case .state(.ending): return [ends.more]
    case .state(.idle): return [try range(of: [.browser], .more), seen.more]
    case .madeBy(let name):
      var range = try range(of: SessionKind.allCases)
      range.condition = range.condition && .madeBy(name)
      return [range]
    case .user(let id): return [SessionRange(index: .byOwner, condition: Condition("s.user_id = ?", .id(id)))]
    case .state(.live), .own: return []
    }
  }

  /// The simulated sessions where they are few, as they mostly are: an index of theirs has nobody else. Nil where they are
  /// many, whose rows would all be met.
  private func simulated() throws -> SessionRange? {
    guard dialect == .sqlite else { return nil }
    let range = SessionRange(
      index: .simulated, condition: Condition("s.kind = \(SessionKind.simulated.rawValue)"))
    let count = try database.count(
      "SELECT 1 FROM sessions s\(dialect.following(range.index)) WHERE \(range.condition.sql)", [],
      upTo: SessionSearch.someSimulated)
    return count <= SessionSearch.someSimulated ? range : nil
  }

  /// Sessions of some kinds, by all clients.
  private func range(of kinds: [SessionKind], _ extent: SessionRange.Extent = .whole) throws -> SessionRange {
    let clients = try clients(Condition("SELECT a.id FROM user_agents a"), "s.user_agent_id")
    return SessionRange(
      index: .byClient,
      condition: clients && .list("s.kind", kinds.map { .integer(Int64($0.rawValue)) }), extent: extent)
  }
}

extension SQLStore {
  private func ranges(of users: UserSet) throws -> [SessionRange] {
    let limit = SessionSearch.someUsers
    let count = try database.count(users.query.sql, users.query.arguments, upTo: limit)
    guard count > limit else {
      let extent = count > SessionSearch.fewUsers ? SessionRange.Extent.many : .whole
      return [SessionRange(index: .byOwner, condition: users.among("s.user_id"), extent: extent)]
    }
    var some = users.query
    some.sql = "s.user_id IN (SELECT o.id FROM (\(some.sql) LIMIT \(limit)) AS o)"
    return [SessionRange(index: .byOwner, condition: some, extent: .beginning)]
  }
}

extension SessionRange {
  /// The same, of which only a part is what was asked for.
  fileprivate var more: SessionRange { SessionRange(index: index, condition: condition, extent: .more) }
}

extension SessionBounds {
  /// The part of an order's index between the bounds.
  func range(_ sort: SessionSort) -> Condition { condition(sort, from: nil, isDescending: false, .sqlite) }
}

extension Condition {
  /// A range, so that an index serves it. No character has a byte as large as the last scalar's first.
  fileprivate static func madeBy(_ name: String) -> Condition {
    Condition("s.created_by >= ? AND s.created_by < ?", .text(name), .text(name + "\u{10FFFF}"))
  }
}
