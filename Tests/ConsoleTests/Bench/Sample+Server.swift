import SessionCore

extension Sample {
  /// A node of a cluster of three, all well.
  static func server(
    _ conditions: [ServerReach.Condition] = [.inUse, .untried, .untried], current: Int? = 0, trying: Int? = nil,
    size: Int = 3, state: String = "Synced", queue: Int = 0, isHeldUp: Bool = false, failOver: FailOver? = nil
  ) -> ServerState {
    let hosts = conditions.enumerated().map { ServerReach.Host("db\($0 + 1)", $1) }
    return ServerState(
      node: current.map { "node\($0 + 1)" } ?? "",
      cluster: ServerState.Cluster(size: size, state: state, queue: queue, isHeldUp: isHeldUp),
      reach: ServerReach(
        hosts: hosts, current: current, trying: trying, lostSince: current == nil ? now - .seconds(7) : nil,
        failOver: failOver))
  }

  /// The same after its first host was lost.
  static let secondServer = server(
    [.lost(since: now - .milliseconds(1200), .brokenOff), .inUse, .untried], current: 1, size: 2,
    failOver: FailOver(from: "db1", to: "db2", at: now, took: .milliseconds(1200), why: .brokenOff))

  /// No host left.
  static let noServer = server(
    [
      .lost(since: now - .seconds(7), .silent), .lost(since: now - .seconds(2), .refused),
      .lost(since: now - .seconds(2), .outOfCluster),
    ], current: nil)
}

extension Interval {
  fileprivate static func milliseconds(_ count: Int64) -> Interval { Interval(milliseconds: count) }
}
