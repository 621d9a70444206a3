extension SessionService {
  /// How many addresses and clients an overview names.
  static let overviewRanks = 20
  /// Where the times to a session's end are cut.
  private static let ends: [Interval] = [
    .minutes(5), .minutes(15), .minutes(30), .hours(1), .hours(4), .hours(12), .days(1),
  ]

  /// Counts what an administrator watches.
  ///
  /// Every count is along an index and stops at ``CappedCount/cap``, so that the whole takes a fraction of a second
  /// however large the tables are; what was not counted to its end says so.
  ///
  /// - Parameter span: how far to look back.
  /// - Returns: the figures, all of one moment.
  /// - Throws: ``StoreError``.
  public func overview(_ span: OverviewSpan) throws -> Overview {
    try store.snapshot {
      let now = clock.now()
      let totals = try totals(at: now)
      let ranked = try store.rankLive(limit: CappedCount.cap, ranks: Self.overviewRanks, at: now)
      return Overview(
        at: now, span: span, slots: try slots(of: span, live: totals.live, at: now), totals: totals,
        ends: try ends(at: now), addresses: ranked.addresses, clients: ranked.clients, ranked: ranked.looked)
    }
  }

  private func slots(of span: OverviewSpan, live: CappedCount, at now: Timestamp) throws -> [Overview.Slot] {
    // From now backwards: what began since was not there before, and what ended since was.
    var count: Int? = live.isCapped ? nil : live.value
    var slots: [Overview.Slot] = []
    for start in span.starts(at: now).reversed() {
      let end = start + span.slot
      let (logins, failures) = try store.countAttempts(from: start, to: end)
      let simulated = try store.countSimulated(from: start, to: end)
      slots.append(
        Overview.Slot(start: start, end: end, logins: logins, failures: failures, simulated: simulated, live: count))
      // What is too many to be counted now was as many before, as far as anybody can tell.
      guard count != nil else { continue }
      let (begun, ended) = try store.countChanges(from: start, to: min(end, now))
      count = begun.isCapped || ended.isCapped ? nil : count.map { max(0, $0 - begun.value + ended.value) }
    }
    return slots.reversed()
  }

  private func ends(at now: Timestamp) throws -> [Overview.Ends] {
    try zip([nil] + Self.ends.map(Optional.some), Self.ends.map(Optional.some) + [nil]).map { from, to in
      let ends = Overview.Ends(from: from, to: to, count: CappedCount(found: 0))
      let count = try store.countSessions(.matching(ends.filter), at: now)
      return Overview.Ends(from: from, to: to, count: count)
    }
  }
}

extension Overview.Ends {
  /// The sessions that it counts.
  public var filter: SessionFilter {
    SessionFilter(terms: [from.map { .ends(.above($0)) }, to.map { .ends(.below($0)) }].compactMap { $0 })
  }
}
