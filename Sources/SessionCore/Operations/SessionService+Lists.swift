/// How many there are of what an administrator watches.
public struct Totals: Hashable, Sendable {
  /// Live sessions.
  public var live: CappedCount
  /// Those of them that end soon.
  public var ending: CappedCount
  /// Locked users.
  public var locked: CappedCount
  /// Accounts and addresses whose further logins are turned away for now.
  public var waiting: CappedCount

  /// Makes totals from their parts.
  public init(
    live: CappedCount, ending: CappedCount, locked: CappedCount, waiting: CappedCount = CappedCount(found: 0)
  ) {
    self.live = live
    self.ending = ending
    self.locked = locked
    self.waiting = waiting
  }
}

/// A part of a list, with the counts that belong to it, all of one moment.
public struct ListAnswer<Row: Sendable & Equatable>: Sendable, Equatable {
  /// The rows.
  public var window: Window<Row>
  /// How many rows match the filter.
  public var matching: CappedCount
  /// How many there are of what an administrator watches.
  public var totals: Totals
  /// When it was read.
  public var at: Timestamp

  /// Makes an answer from its parts.
  public init(window: Window<Row>, matching: CappedCount, totals: Totals, at: Timestamp) {
    self.window = window
    self.matching = matching
    self.totals = totals
    self.at = at
  }
}

extension SessionService {
  /// The part of the list of sessions around a cursor. A cursor is on a session, not on a line: when the session moved
  /// in the list, the window moves with it.
  ///
  /// - Parameters:
  ///   - query: which sessions, in which order.
  ///   - anchor: where, by what was known of the cursor's row when it was last read.
  ///   - cursor: the session that the cursor is on.
  ///   - reach: rows to either side.
  ///   - take: gets the rows before anything is counted, and when they were read: of a long list, rows are there sooner
  ///     than counts.
  /// - Returns: the rows and the counts that belong to them.
  /// - Throws: ``StoreError``.
  public func sessionWindow(
    _ query: SessionQuery, at anchor: WindowAnchor<SessionPosition>, cursor: SessionID?, reach: Int,
    first take: (Window<Session>, Timestamp) -> Void = { _, _ in }
  ) throws -> ListAnswer<Session> {
    try store.snapshot {
      let now = clock.now()
      let window = try readSessions(query, at: anchor, cursor: cursor, reach: reach, now)
      take(window, now)
      return ListAnswer(
        window: window, matching: try store.countSessions(.matching(query.filter), at: now),
        totals: try totals(at: now), at: now)
    }
  }

  private func readSessions(
    _ query: SessionQuery, at anchor: WindowAnchor<SessionPosition>, cursor: SessionID?, reach: Int, _ now: Timestamp
  ) throws -> Window<Session> {
    var anchor = anchor
    var current: Session?
    if anchor.position != nil, let cursor {
      current = try store.sample(
        .matching(query.filter.and(.id(cursor))), limit: 1, at: now
      ).first
      if let current { anchor = anchor.moved(to: query.position(of: current)) }
    }
    return try Window.load(anchor, reach: reach, current: current) { position, direction, limit in
      try store.sessions(query, from: position, direction, limit: limit, at: now)
    }
  }

  /// The part of the list of users around a cursor. Where the user moved in the list, the window moves with them.
  ///
  /// - Parameters:
  ///   - query: which users, in which order.
  ///   - anchor: where, by what was known of the cursor's row when it was last read.
  ///   - cursor: the user that the cursor is on.
  ///   - reach: rows to either side.
  ///   - take: gets the rows before anything is counted, and when they were read.
  /// - Returns: the rows and the counts that belong to them.
  /// - Throws: ``StoreError``.
  public func userWindow(
    _ query: UserQuery, at anchor: WindowAnchor<UserPosition>, cursor: User.ID?, reach: Int,
    first take: (Window<UserListing>, Timestamp) -> Void = { _, _ in }
  ) throws -> ListAnswer<UserListing> {
    try store.snapshot {
      let now = clock.now()
      var anchor = anchor
      var current: UserListing?
      if let position = anchor.position, cursor != nil {
        current = try store.users(
          query.filter.and(.key(position.key)), from: nil, .after, limit: 1, at: now
        ).first
        if let current { anchor = anchor.moved(to: query.position(of: current.user)) }
      }
      let window = try Window.load(anchor, reach: reach, current: current) { position, direction, limit in
        try store.users(query, from: position, direction, limit: limit, at: now)
      }
      take(window, now)
      return ListAnswer(
        window: window, matching: try store.countUsers(query.filter, at: now), totals: try totals(at: now), at: now)
    }
  }

  func totals(at now: Timestamp) throws -> Totals {
    Totals(
      live: try store.countSessions(.matching(SessionFilter()), at: now),
      ending: try store.countSessions(.matching(SessionFilter(terms: [.state(.ending)])), at: now),
      locked: try store.countUsers(UserFilter(terms: [.state(.locked)]), at: now),
      waiting: try store.countWaiting(at: now))
  }
}
