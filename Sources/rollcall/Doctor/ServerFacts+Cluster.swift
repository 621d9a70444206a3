import SessionCore

extension ServerFacts {
  /// Whether it is a node of a whole cluster, set as Rollcall needs it.
  ///
  /// - Parameter named: how many hosts the database's address names.
  /// - Returns: what was found; nothing for a server that is alone and is to be.
  func clusterFindings(named: Int) -> [Finding] {
    let check = "cluster"
    guard isNode else {
      guard named > 1 else { return [] }
      return [
        .problem(
          check, "it is part of no cluster, and the address names \(named) hosts: what is written here is not there.",
          "它不属于任何集群，而地址中有 \(named) 台主机：写在一台上的内容其他主机上没有。")
      ]
    }
    let state = status["wsrep_cluster_status"] ?? "?"
    guard state == "Primary", status["wsrep_ready"] ?? "ON" == "ON" else {
      return [
        .problem(
          check,
          """
          it is cut off from most of the cluster (\(state)) and answers nothing. If no node is left that answers: see which \
          went furthest, and make the cluster anew from that one, as docs/galera.md says.
          """, "它与集群的多数节点断开（\(state)），不应答任何请求。若已没有可应答的节点，请按 docs/galera.md 从进度最新的节点重建集群。")
      ]
    }
    return [stateFinding(), sizeFinding(named), causalFinding(), rowFinding()].compactMap { $0 }
  }

  /// A node that is behind; nil for one that is not.
  private func stateFinding() -> Finding? {
    let state = status["wsrep_local_state_comment"] ?? "Synced"
    guard state != "Synced" else { return nil }
    return .warning(
      "cluster", "the node is \(state): it answers late, or not yet.", "节点状态为 \(state)：应答会延迟，或尚不应答。")
  }

  /// The nodes with data: an arbitrator counts for the majority, and has no address.
  private var nodes: Int {
    let addresses = (status["wsrep_incoming_addresses"] ?? "").split(separator: ",").count
    return max(1, addresses)
  }

  private func sizeFinding(_ named: Int) -> Finding {
    let check = "cluster"
    let size = Int(status["wsrep_cluster_size"] ?? "") ?? 0
    if size == 2 {
      return .warning(
        check, "the cluster has two nodes: when one is lost, the other stops. Add a third, or an arbitrator (garbd).",
        "集群只有两个节点：失去一个，另一个就会停止。请增加第三个节点或仲裁程序（garbd）。")
    }
    if nodes < named {
      return .warning(
        check, "the cluster has \(nodes.counted("node")) now, and the address names \(named) hosts.",
        "集群现有 \(nodes) 个节点，而地址中有 \(named) 台主机。")
    }
    if nodes > named {
      return .warning(
        check, "the cluster has \(nodes.counted("node")), and the address names \(named): name the others as well.",
        "集群有 \(nodes) 个节点，而地址中只有 \(named) 台：请也写上其余的主机。")
    }
    return .ok(check, "the cluster is whole: \(nodes.counted("node")).", "集群完整：\(nodes) 个节点。")
  }

  private func causalFinding() -> Finding {
    let wait = Int(variables["wsrep_sync_wait"] ?? "") ?? 0
    guard wait & 1 == 1 else {
      return .problem(
        "sync-wait",
        "reads do not wait for what other nodes have committed (wsrep_sync_wait is \(wait)): an ended session would pass.",
        "读取不等待其他节点已提交的内容（wsrep_sync_wait 为 \(wait)）：已结束的会话会被接受。")
    }
    return .ok("sync-wait", "a read sees all that was committed before it on any node.", "读取能看到此前任何节点提交的内容。")
  }

  private func rowFinding() -> Finding {
    let (format, mode) = (variables["binlog_format"] ?? "?", variables["innodb_autoinc_lock_mode"] ?? "?")
    if format != "ROW" {
      return .problem(
        "replication", "binlog_format is \(format): nodes come to differ. Write ROW into the server's configuration.",
        "binlog_format 为 \(format)：各节点会变得不一致。请在服务器配置中写入 ROW。", mend: setting("binlog_format = ROW"))
    }
    if mode != "2" {
      return .problem(
        "replication",
        "innodb_autoinc_lock_mode is \(mode): nodes may lock each other out. Write 2 into the server's configuration.",
        "innodb_autoinc_lock_mode 为 \(mode)：节点之间可能互相锁死。请在服务器配置中写入 2。")
    }
    return .ok("replication", "rows are replicated, and their numbers do not collide.", "按行复制，编号不会冲突。")
  }

  /// Whether all nodes are of one cluster, with one history.
  static func unityFindings(_ servers: [ServerFacts]) -> [Finding] {
    let histories = Dictionary(grouping: servers.filter(\.isNode)) { $0.status["wsrep_cluster_state_uuid"] ?? "" }
    guard histories.count > 1 else { return [] }
    let groups = histories.values.map { $0.map(\.host).joined(separator: ", ") }.sorted().joined(separator: " | ")
    return [
      .problem(
        "cluster", "The hosts are of \(histories.count) clusters with different data: \(groups).",
        "主机分属 \(histories.count) 个数据不同的集群：\(groups)。")
    ]
  }
}
