import SessionCore

extension ServerState {
  /// How a database's server stands, for people.
  func fields(_ language: Language) -> [Report.Field] {
    var fields = [Report.Field("database", Phrase("database", "数据库"), .text(words(language)))]
    if let lag = lagWords { fields.append(Report.Field("lag", Phrase("lag", "延迟"), .text(lag(language)))) }
    let hosts = reach.hosts.map { $0.words(language) }.joined(separator: ", ")
    fields.append(Report.Field("hosts", Phrase("hosts", "主机"), .text(hosts)))
    if let failOver = reach.failOver {
      fields.append(
        Report.Field("fail_over", Phrase("fail-over", "故障切换"), .text(failOver.words(language))))
    }
    return fields
  }
}

/// The same as programs read it.
struct ServerData: Encodable {
  struct Cluster: Encodable {
    let size: Int
    let status, state: String
    let receive_queue: Int
    let flow_control_active: Bool
  }
  struct Host: Encodable {
    let name, state: String
    let since: String?
  }
  struct FailOverData: Encodable {
    let from, to, at, why: String
    let milliseconds: Int64
  }

  let node: String
  let host: String?
  let cluster: Cluster?
  let replica_seconds_behind: Int?
  let replica_running: Bool?
  let hosts: [Host]
  let fail_over: FailOverData?

  init(_ server: ServerState) {
    node = server.node
    host = server.reach.current.map { server.reach.hosts[$0].name }
    cluster = server.cluster.map {
      Cluster(
        size: $0.size, status: $0.status, state: $0.state, receive_queue: $0.queue, flow_control_active: $0.isHeldUp)
    }
    if case .behind(let seconds)? = server.replica {
      replica_seconds_behind = seconds
    } else {
      replica_seconds_behind = nil
    }
    replica_running = server.replica.map { $0 != .stopped }
    hosts = server.reach.hosts.map { host in
      switch host.condition {
      case .untried: Host(name: host.name, state: "untried", since: nil)
      case .left(let time): Host(name: host.name, state: "left", since: time.rfc3339)
      case .inUse: Host(name: host.name, state: "in-use", since: nil)
      case .lost(let since, let why): Host(name: host.name, state: why.rawValue, since: since.rfc3339)
      }
    }
    fail_over = server.reach.failOver.map {
      FailOverData(
        from: $0.from, to: $0.to, at: $0.at.rfc3339, why: $0.why.rawValue, milliseconds: $0.took.milliseconds)
    }
  }
}
