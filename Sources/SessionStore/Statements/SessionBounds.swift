import SessionCore

/// Between which values the columns lie that sessions are sorted by, as far as the words of a filter say, all of which
/// must hold.
///
/// An index is entered at one place and left at another, and an engine that has to choose between two conditions for a
/// place takes either. So the conditions of filters are hidden from the index, by a plus, and it is given these.
struct SessionBounds {
  /// Two values, neither of which is among those between.
  struct Between<Value: Comparable> {
    var lower: Value?
    var upper: Value?

    mutating func isAbove(_ value: Value) { lower = lower.map { max($0, value) } ?? value }
    mutating func isBelow(_ value: Value) { upper = upper.map { min($0, value) } ?? value }
  }

  var ends: Between<Timestamp>
  var seen = Between<Timestamp>()
  /// The lower one is among those between.
  var ids = Between<SessionID>()

  init(_ filter: SessionFilter, at now: Timestamp) {
    ends = Between(lower: now)
    for clause in filter.clauses where clause.count == 1 { add(clause[0], at: now) }
  }

  private mutating func add(_ literal: SessionFilter.Literal, at now: Timestamp) {
    let next = Interval(milliseconds: 1)
    func first(_ time: Timestamp) -> SessionID { SessionID.first(at: max(.distantPast, time)) }
    switch (literal.term, literal.isNegated) {
    case (.ends(.above(let length)), false): ends.isAbove(now + length)
    case (.ends(.above(let length)), true): ends.isBelow(now + length + next)
    case (.ends(.below(let length)), false): ends.isBelow(now + length)
    case (.ends(.below(let length)), true): ends.isAbove(now + length - next)
    case (.state(.ending), false): ends.isBelow(now + SessionState.endingWithin + next)
    case (.idle(.above(let length)), false): seen.isBelow(now - length)
    case (.idle(.above(let length)), true): seen.isAbove(now - length - next)
    case (.idle(.below(let length)), false): seen.isAbove(now - length)
    case (.idle(.below(let length)), true): seen.isBelow(now - length + next)
    case (.state(.idle), false): seen.isBelow(now - SessionState.idleAfter + next)
    case (.started(.above(let length)), false): ids.isBelow(first(now - length))
    case (.started(.above(let length)), true): ids.isAbove(first(now - length))
    case (.started(.below(let length)), false): ids.isAbove(first(now - length + next))
    case (.started(.below(let length)), true): ids.isBelow(first(now - length + next))
    default: break
    }
  }

  /// The part of an order's index between the bounds, from a place on.
  func condition(_ sort: SessionSort, from place: SessionPosition?, isDescending: Bool, _ dialect: Dialect) -> Condition
  {
    switch sort {
    case .started:
      var ids = self.ids
      if let place, isDescending { ids.isBelow(place.id) }
      let from = ids.lower.map { Condition("s.id >= ?", .id($0)) } ?? Condition("1")
      let isPassed = place.map { place in ids.lower.map { $0 <= place.id } ?? true } ?? false
      let after = place.map { Condition("s.id > ?", .id($0.id)) } ?? Condition("1")
      let to = ids.upper.map { Condition("s.id < ?", .id($0)) } ?? Condition("1")
      return (isPassed && !isDescending ? after : from) && to
    case .lastSeen: return Self.condition("s.last_seen_at", seen, from: place, isDescending, dialect)
    case .ends: return Self.condition("s.expires_at", ends, from: place, isDescending, dialect)
    }
  }

  private static func condition(
    _ column: String, _ between: Between<Timestamp>, from place: SessionPosition?, _ isDescending: Bool,
    _ dialect: Dialect
  ) -> Condition {
    var from = between.lower.map { Condition("\(column) > ?", .time($0)) } ?? Condition("1")
    var to = between.upper.map { Condition("\(column) < ?", .time($0)) } ?? Condition("1")
    if let place {
      let beyond = dialect.beyond((column, "s.id"), isDescending ? "<" : ">", (.time(place.time), .id(place.id)))
      // A place that is not between them is no bound.
      if isDescending {
        if place.time < between.upper ?? .distantFuture { to = beyond }
      } else if place.time > between.lower ?? .distantPast {
        from = beyond
      }
    }
    return from && to
  }
}

extension Timestamp {
  fileprivate static let distantFuture = Timestamp(milliseconds: .max)
}
