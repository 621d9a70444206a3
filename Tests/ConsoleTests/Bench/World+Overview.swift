import Console
import SessionCore

extension World {
  /// Figures that are counted as a database counts them, from what the world holds.
  func overview(_ span: OverviewSpan, _ now: Timestamp) -> Overview {
    let live = live(now)
    let slots = span.starts(at: now).map { start in
      let end = start + span.slot
      let then = attempts.map(\.attempt).filter { $0.at >= start && $0.at < end }
      let moment = min(end, now)
      return Overview.Slot(
        start: start, end: end, logins: CappedCount(found: then.count { $0.outcome == .loggedIn }),
        failures: CappedCount(found: then.count { $0.outcome != .loggedIn }),
        live: sessions.count { $0.createdAt < moment && $0.expiresAt > moment })
    }
    let bounds: [Interval] = [
      .minutes(5), .minutes(15), .minutes(30), .hours(1), .hours(4), .hours(12), .days(1),
    ]
    let ends = zip([nil] + bounds.map(Optional.some), bounds.map(Optional.some) + [nil]).map { from, to in
      var ends = Overview.Ends(from: from, to: to, count: CappedCount(found: 0))
      ends.count = CappedCount(found: live.count { ends.filter.selects($0, at: now) })
      return ends
    }
    return Overview(
      at: now, span: span, slots: slots, totals: totals(now), ends: ends,
      addresses: ranks(live.compactMap(\.address)), clients: ranks(live.map { UserAgent.name($0.userAgent) }),
      ranked: CappedCount(found: live.count))
  }

  private func ranks<Value: Hashable>(_ values: [Value]) -> [Overview.Share<Value>] {
    let counted: [Value: Int] = values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return counted.map { Overview.Share($0.key, $0.value) }
      .sorted { ($1.count, "\($0.value)") < ($0.count, "\($1.value)") }
  }
}
