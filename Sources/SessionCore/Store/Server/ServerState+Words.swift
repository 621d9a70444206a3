extension ServerState {
  /// What it is, in a few words: `db1 (n1), 3 nodes, Primary, Synced`.
  public var words: Phrase {
    let name = reach.name
    let alone = node.isEmpty || node == name ? name : "\(name) (\(node))"
    guard let cluster else { return Phrase(alone, alone) }
    let state = "\(cluster.status), \(cluster.state)"
    let size = cluster.sizeWords(of: reach.hosts.count)
    return Phrase("\(alone), \(size.english), \(state)", "\(alone)，\(size.chinese)，\(state)")
  }

  /// How far it is behind; nil for a server that stands alone.
  public var lagWords: Phrase? {
    switch (cluster, replica) {
    case (let cluster?, _): cluster.lagWords
    case (nil, .behind(let seconds)?): Phrase("\(seconds) s behind the server that it copies", "比主服务器落后 \(seconds) 秒")
    case (nil, .stopped?): Phrase("it has stopped copying", "复制已停止")
    case (nil, .unknown?): Phrase("a replica; this account may not ask how far behind", "是副本；此账号无权查询延迟")
    case (nil, nil): nil
    }
  }
}

extension ServerState.Cluster {
  /// How many nodes: `3 nodes`, or `2 of 3 nodes` where the address names more hosts.
  public func sizeWords(of hosts: Int) -> Phrase {
    if size < hosts { return Phrase("\(size) of \(hosts) nodes", "\(size)/\(hosts) 节点") }
    return Phrase(size == 1 ? "1 node" : "\(size) nodes", "\(size) 节点")
  }

  /// How far the node is behind: what waits in it, and whether the others wait for it.
  fileprivate var lagWords: Phrase {
    let held = isHeldUp ? Phrase(", the cluster waits for its slowest node", "，集群正在等待最慢的节点") : Phrase("", "")
    return Phrase(
      (queue == 0 ? "no lag" : "\(queue) waiting to be applied") + held.english,
      (queue == 0 ? "无延迟" : "\(queue) 个事务待应用") + held.chinese)
  }
}

extension ServerReach.Host {
  /// The host and how it was found last: `db2 refuses connections since 14:03:22`.
  public var words: Phrase {
    switch condition {
    case .untried: Phrase("\(name) not tried", "\(name) 未尝试")
    case .left(let time): Phrase("\(name) well at \(time.timeOfDay)", "\(name) 于 \(time.timeOfDay) 正常")
    case .inUse: Phrase("\(name) in use", "\(name) 使用中")
    case .lost(let since, let why):
      Phrase(
        "\(name) \(why.words.english) since \(since.timeOfDay)", "\(name) 自 \(since.timeOfDay) 起\(why.words.chinese)")
    }
  }
}

extension HostLoss {
  /// What the host does, after its name.
  public var words: Phrase {
    switch self {
    case .refused: Phrase("refuses connections", "拒绝连接")
    case .silent: Phrase("says nothing", "没有回应")
    case .brokenOff: Phrase("broke the connection off", "连接中断")
    case .outOfCluster: Phrase("is cut off from its cluster", "脱离集群")
    case .shuttingDown: Phrase("is shutting down", "正在关闭")
    case .full: Phrase("takes no more connections", "不再接受连接")
    case .unknownName: Phrase("is a name that is not known", "主机名无法解析")
    case .untrusted: Phrase("cannot be trusted by TLS", "TLS 不可信")
    case .denied: Phrase("does not let this account in", "拒绝此账号登录")
    case .other: Phrase("does not answer", "无法使用")
    }
  }
}

extension HostLoss {
  /// The same in a word or two.
  public var mark: Phrase {
    switch self {
    case .refused: Phrase("refused", "拒绝连接")
    case .silent: Phrase("silent", "无回应")
    case .brokenOff: Phrase("broken off", "已中断")
    case .outOfCluster: Phrase("cut off", "脱离集群")
    case .shuttingDown: Phrase("shutting down", "正在关闭")
    case .full: Phrase("full", "已满")
    case .unknownName: Phrase("unknown name", "名称未知")
    case .untrusted: Phrase("not trusted", "不可信")
    case .denied: Phrase("denied", "拒绝登录")
    case .other: Phrase("down", "不可用")
    }
  }
}

extension FailOver {
  /// What happened: `db1 stopped answering: went over to db2 in 1.2 s`.
  public var words: Phrase {
    let took = Phrase("\(took.tenths) s", "\(took.tenths) 秒")
    if from == to {
      return wasInUse
        ? Phrase(
          "\(from) stopped answering, and answers again after \(took.english)", "\(from) 曾停止响应，\(took.chinese)后恢复")
        : Phrase("\(from) answers after \(took.english)", "\(from) 在\(took.chinese)后响应")
    }
    return wasInUse
      ? Phrase(
        "\(from) stopped answering: went over to \(to) in \(took.english)", "\(from) 停止响应：已在 \(took.chinese)内转到 \(to)")
      : Phrase("\(from) does not answer: \(to) did, after \(took.english)", "\(from) 无响应：\(took.chinese)后改用 \(to)")
  }
}

extension Interval {
  /// The length in seconds and tenths of them.
  public var tenths: String { "\(max(0, milliseconds) / 1000).\(max(0, milliseconds) % 1000 / 100)" }
}
