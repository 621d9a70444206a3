import SessionCore

/// How the sessions that a filter selects are found.
///
/// Along the order's index a page is soon full where much matches; where little does, through the index of what is asked
/// for, and sorted. Both are read from indexes alone, so the worst is in the middle, where either way some ten thousand
/// entries are passed: a few milliseconds.
struct SessionSearch {
  /// What an index says of a session: that it has not run out, and every clause.
  var condition: Condition
  /// Between which places of an order's index they are.
  var bounds: SessionBounds
  /// Parts of indexes that have all that match: the least that are known.
  var ranges: [SessionRange]
  /// Whether those were looked for.
  var isRanged = false
  /// Whether those have few entries. If not, the order is followed.
  var isFew = false
  /// Whether those have none.
  var isNone = false
  /// How many match, where that is known, up to one more than few.
  var count: Int?

  /// What was asked.
  let question: SessionQuestion
  /// Whether what is in the ranges can be sorted, if the order has nothing near its start.
  var isSortable: Bool?

  /// Entries of the order that are passed before anything is counted: most that is asked for is met there.
  static let glanced = 4000
  /// Entries up to which what is found is sorted.
  static let few = 20_000
  /// Entries of the order that are passed before another way is tried: what ends soon was not seen last.
  static let passed = 20_000
  /// Entries up to which what is found is sorted then.
  static let many = 250_000
  /// Users up to whom their sessions are looked up one after the other.
  static let fewUsers = 1500
  /// Users up to whom they are noted, rather than looked up for each session that is passed.
  static let someUsers = 20_000
  /// Simulated sessions up to which their rows are met.
  static let someSimulated = 1000
  /// Clients up to which they are named one by one.
  static let someClients = 500
}

/// What sessions are asked for at a moment.
struct SessionQuestion: Hashable {
  let filter: SessionFilter
  let now: Timestamp
}

/// What was found out of filters at one moment, to be asked once.
struct SessionSearches {
  var searches: [SessionQuestion: SessionSearch] = [:]
  var conditions: [SessionTerm: Condition] = [:]
}

extension SQLStore {
  /// What sessions of a filter are told by, before anything is counted.
  func selection(_ filter: SessionFilter, at now: Timestamp) throws -> SessionSearch {
    let question = SessionQuestion(filter: filter, now: now)
    if let known = searches?.searches[question] { return known }
    var conditions: [SessionTerm: Condition] = [:]
    for term in Set(filter.clauses.joined().map(\.term)) {
      conditions[term] = try searches?.conditions[term] ?? condition(of: term, at: now)
    }
    searches?.conditions.merge(conditions) { known, _ in known }
    // Users are asked last: their rows have to be met.
    let asked = SessionFilter(clauses: filter.clauses.filter { !$0.isOfLogins } + filter.clauses.filter(\.isOfLogins))
    let selected = Condition.all(asked) { term, _ in conditions[term] ?? Condition("0") }
    let bounds = SessionBounds(filter, at: now)
    let alive = SessionRange(index: .byEnd, condition: bounds.range(.ends))
    let search = SessionSearch(
      condition: try unexpired(at: now) && selected, bounds: bounds, ranges: [alive], question: question)
    searches?.searches[question] = search
    return search
  }

  /// How the sessions of a filter are found.
  func search(_ filter: SessionFilter, at now: Timestamp) throws -> SessionSearch {
    var search = try selection(filter, at: now)
    guard !search.isRanged else { return search }
    let (bounds, alive) = (search.bounds, search.ranges[0])
    let live = try unexpired(at: now)
    var least = Int.max
    // A single session is one, whatever else is asked of it.
    let clauses = filter.clauses.sorted { $0.isOfIDs && !$1.isOfIDs }
    for clause in clauses where least > 500 {
      guard let (ranges, count) = try ranges(of: clause, live, bounds, at: now), count < least else { continue }
      (search.ranges, least) = (ranges, count)
    }
    if least > SessionSearch.few {
      let count = try self.count(alive, live, upTo: SessionSearch.few)
      if count < least { (search.ranges, least) = ([alive], count) }
    }
    search.isRanged = true
    search.isFew = least <= SessionSearch.few
    search.isNone = least == 0
    // One word alone was counted just now.
    if filter.clauses.joined().count <= 1, search.ranges.count == 1, search.ranges[0].extent == .whole {
      search.count = least
    }
    searches?.searches[search.question] = search
    return search
  }

  /// Whether what a search's ranges have can be sorted, though it is not few.
  func isSortable(_ search: SessionSearch) throws -> Bool {
    if let known = searches?.searches[search.question]?.isSortable { return known }
    var count = 0
    for range in search.ranges where count <= SessionSearch.many {
      let isLong = range.extent == .beginning || range.extent == .many
      let most = SessionSearch.many - count
      count += isLong ? most + 1 : try self.count(range, Condition("1"), upTo: most)
    }
    searches?.searches[search.question]?.isSortable = count <= SessionSearch.many
    return count <= SessionSearch.many
  }

  /// The parts of indexes that a clause's sessions are in, and how many entries those have, up to one more than few.
  private func ranges(
    of clause: [SessionFilter.Literal], _ live: Condition, _ bounds: SessionBounds, at now: Timestamp
  ) throws -> ([SessionRange], Int)? {
    var (found, total): ([SessionRange], Int) = ([], 0)
    for literal in clause {
      var least: (range: SessionRange, count: Int)?
      // What holds of all that is sought holds of a clause of one word.
      let bounds = clause.count == 1 ? bounds : SessionBounds(SessionFilter(clauses: [[literal]]), at: now)
      for range in try ranges(of: literal, bounds, at: now) {
        let most = max(0, SessionSearch.few - total)
        let isLong = range.extent == .beginning || range.extent == .many
        let count = isLong ? most + 1 : try count(range, live, upTo: most)
        if count < least?.count ?? .max { least = (range, count) }
      }
      guard let least else { return nil }
      found.append(least.range)
      total += least.count
    }
    return (found, total)
  }

  /// How many entries a part of an index has that have not run out, up to one more than `limit`.
  private func count(_ range: SessionRange, _ live: Condition, upTo limit: Int) throws -> Int {
    let condition = range.condition && live
    return try database.count(
      "SELECT 1 FROM sessions s\(dialect.following(range.index)) WHERE \(condition.sql)", condition.arguments,
      upTo: limit)
  }

  /// What an index says of whether a session is live. Its user is asked when it is shown.
  private func unexpired(at now: Timestamp) throws -> Condition {
    Condition("+s.expires_at > ?", .time(now)) && .proved(since: try everybodyNotBefore())
  }

  /// Sessions authenticated before this moment are refused, whosever they are.
  func everybodyNotBefore() throws -> Timestamp {
    Timestamp(milliseconds: try database.first("SELECT \(Condition.everybodyNotBefore)") { $0.integer(0) } ?? 0)
  }
}

extension Condition {
  /// That a session was authenticated at `floor` or later. Nobody is authenticated before their session is made, and ids
  /// begin with the time: so of most an index says it.
  static func proved(since floor: Timestamp) -> Condition {
    guard floor > .distantPast else { return Condition("1") }
    return Condition(
      "(s.id >= ? OR (SELECT x.authenticated_at FROM sessions x WHERE x.id = s.id) >= ?)",
      .id(SessionID.first(at: floor)), .time(floor))
  }
}

extension [SessionFilter.Literal] {
  var isOfLogins: Bool {
    contains { literal in
      switch literal.term {
      case .loginPrefix, .loginContains: true
      default: false
      }
    }
  }

  var isOfIDs: Bool {
    allSatisfy { literal in
      switch literal.term {
      case .id, .ids: !literal.isNegated
      default: false
      }
    }
  }
}
