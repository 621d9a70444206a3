/// What something took, done many times, in milliseconds for each time. The names are those of Tests/Scale's Figures.
struct Figure: Encodable {
  let whole: Double
  let program: Double
  let server: Double
  let apply: Double
  let statements: Double
  let statementsLocked: Double
  let locked: Double
  let commit: Double
}

/// Measures what is done with one connection.
struct Meter {
  let connection: CountingConnection
  /// The server that is asked, and the other nodes of its cluster: their processes.
  let servers: [Int]

  /// Does something to each of `all`.
  func measure<Element>(_ all: [Element], _ body: (Element) throws -> Void) rethrows -> Figure {
    let before = (connection.count, Moment.used, servers.map(Moment.used(by:)), Moment.now)
    for one in all { try body(one) }
    let whole = Moment.now - before.3
    let used = Moment.used - before.1
    let theirs = zip(servers.map(Moment.used(by:)), before.2).map { $0.0 - $0.1 }
    let others = theirs.dropFirst()
    let count = connection.count
    func each(_ value: Double) -> Double { (value / Double(all.count) * 10_000).rounded() / 10_000 }
    return Figure(
      whole: each(whole * 1000), program: each(used * 1000), server: each((theirs.first ?? 0) * 1000),
      apply: each(others.reduce(0, +) / Double(max(1, others.count)) * 1000),
      statements: each(Double(count.statements - before.0.statements)),
      statementsLocked: each(Double(count.statementsLocked - before.0.statementsLocked)),
      locked: each((count.locked - before.0.locked) * 1000), commit: each((count.commits - before.0.commits) * 1000))
  }
}
