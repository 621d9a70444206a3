// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  /// What a node says of itself and of its cluster.
  private static let statuses = [
    "wsrep_cluster_size", "wsrep_cluster_status", "wsrep_local_state_comment", "wsrep_local_recv_queue",
    "wsrep_flow_control_active", "Slaves_running",
  ]
  private static let variables = ["hostname", "wsrep_node_name", "wsrep_on"]

  public var serverMemory: ServerMemory? { memory }

  public func serverState() throws -> ServerState? {
    let status = try values("STATUS", Self.statuses)
    let settings = try values("VARIABLES", Self.variables)
    func text(_ name: String, _ values: [String: String]) -> String { values[name] ?? "" }
    let isNode = text("wsrep_on", settings).uppercased() == "ON"
    let node = text("wsrep_node_name", settings)
    let cluster = ServerState.Cluster(
      size: Int(text("wsrep_cluster_size", status)) ?? 0, status: text("wsrep_cluster_status", status),
      state: text("wsrep_local_state_comment", status), queue: Int(text("wsrep_local_recv_queue", status)) ?? 0,
      isHeldUp: text("wsrep_flow_control_active", status) == "true")
    return ServerState(
      node: isNode && !node.isEmpty ? node : text("hostname", settings), cluster: isNode ? cluster : nil,
      replica: replica(isRunning: (Int(text("slaves_running", status)) ?? 0) > 0), reach: memory.reach)
  }

  /// How far behind the slowest of the servers is that this one copies.
  private func replica(isRunning: Bool) -> ServerState.Replica? {
    /// The column `Seconds_Behind_Master`.
    let seconds = 34
    var found: ServerState.Replica?
    do {
      try query("SHOW ALL SLAVES STATUS", []) { row in
        guard !row.isNull(seconds) else { return found = .stopped }
        let behind = Int(clamping: row.integer(seconds))
        switch found {
        case .stopped?: break
        case .behind(let other)?: found = .behind(seconds: max(other, behind))
        case .unknown?, nil: found = .behind(seconds: behind)
        }
      }
    } catch {
      // Not every account may ask, and not every server knows the question.
      return isRunning ? .unknown : nil
    }
    return found
  }

  /// Values by their names in small letters.
  private func values(_ kind: String, _ names: [String]) throws -> [String: String] {
    var found: [String: String] = [:]
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    try query("SHOW GLOBAL \(kind) WHERE Variable_name IN (\(list))", []) { row in
      found[row.text(0).lowercased()] = row.text(1)
    }
    return found
  }
}

extension Failure {
  /// What it means for the host that it came from.
  ///
  /// - Parameter isLate: whether it came only after nothing had come for as long as may be.
  /// - Returns: why the host is lost.
  func loss(isLate: Bool = false) -> HostLoss {
    if case .answer(.denied) = meaning { return .denied }
    if wasSilent || isLate { return .silent }
    switch code {
    case 2002, 2003: return .refused
    case 2005: return .unknownName
    case 2026: return .untrusted
    case 2006, 2013, 2055, 1927, 1152, 1158...1161, 1184, 4031: return .brokenOff
    case ServerCode.notReady: return .outOfCluster
    case 1053: return .shuttingDown
    case 1040, 1203, 1226, 1129: return .full
    default: return .other
    }
  }
}

extension MariaDBConnection {
  /// Remembers how a host was lost that was in use.
  func remember(loss failure: Failure, of host: Int) {
    memory.lost(
      host, failure.loss(), after: failure.wasSilent ? .seconds(Int64(address.readTimeout)) : Interval(milliseconds: 0))
  }

  /// Remembers that a host could not be reached, which was tried since a moment of the monotonic clock.
  func remember(loss failure: Failure, of host: Int, triedSince began: Int64) {
    let passed = Interval(milliseconds: Monotonic.milliseconds - began)
    let isLate = passed >= Interval(milliseconds: Int64(address.connectTimeout) * 1000 - 100)
    memory.lost(host, failure.loss(isLate: isLate), after: passed)
  }
}
