import SessionCore

extension Words {
  // The top line.
  static let noHostMark = Phrase("no host answers", "无主机响应")
  static let outOfStepMark = Phrase("not in step", "未同步")
  static let behindMark = Phrase("behind", "滞后")

  // The line above the keys.
  static func sentence(_ words: Phrase) -> Phrase { Phrase(words.english + ".", words.chinese + "。") }

  static func noHost(_ reach: ServerReach, since: String) -> Phrase {
    let one = reach.hosts.count == 1
    let why = reach.hosts.compactMap { host -> Phrase? in
      guard case .lost(_, let why) = host.condition else { return nil }
      return Phrase("\(host.name) \(why.words.english)", "\(host.name) \(why.words.chinese)")
    }
    let again =
      one
      ? Phrase("It is asked again at least every 10 seconds.", "至少每 10 秒重试一次。")
      : Phrase("All are asked again at least every 10 seconds.", "至少每 10 秒重试全部主机。")
    return Phrase(
      "No host answers since \(since): \(why.map(\.english).joined(separator: ", ")). \(again.english)",
      "自 \(since) 起无主机响应：\(why.map(\.chinese).joined(separator: "，"))。\(again.chinese)")
  }

  static func wentBack(_ host: String) -> Phrase { Phrase("\(host) is back, and in use again.", "\(host) 已恢复，重新使用。") }

  static func waiting(_ reach: ServerReach, since: String) -> Phrase {
    if let current = reach.current, let trying = reach.trying, current != trying {
      let name = reach.hosts[trying].name
      return Phrase("Looking whether \(name) is back, since \(since).", "自 \(since) 起查看 \(name) 是否已恢复。")
    }
    guard reach.current == nil, let trying = reach.trying else {
      return Phrase("\(reach.name) has not answered since \(since).", "自 \(since) 起 \(reach.name) 没有响应。")
    }
    let lost = reach.hosts.enumerated().compactMap { index, host -> Phrase? in
      guard index != trying, case .lost(_, let why) = host.condition else { return nil }
      return Phrase("\(host.name) \(why.words.english)", "\(host.name) \(why.words.chinese)")
    }
    let next = reach.hosts[trying].name
    guard !lost.isEmpty else {
      return Phrase("No answer since \(since): trying \(next) again.", "自 \(since) 起无响应：正在重试 \(next)。")
    }
    return Phrase(
      "No answer since \(since): \(lost.map(\.english).joined(separator: ", ")); trying \(next).",
      "自 \(since) 起无响应：\(lost.map(\.chinese).joined(separator: "，"))；正在尝试 \(next)。")
  }

  /// How the server stands, where that has changed.
  static func news(_ server: ServerState) -> Phrase {
    let name = server.reach.name
    switch server.concern {
    case .outOfStep:
      let state = server.cluster.map { "\($0.status), \($0.state)" } ?? ""
      return Phrase("\(name) is not in step with its cluster: \(state).", "\(name) 与集群未同步：\(state)。")
    case .smaller(let size, let hosts):
      return Phrase(
        "The cluster has \(size) of its \(hosts) nodes; view \(key(.overview)) tells of its hosts.",
        "集群只有 \(hosts) 个节点中的 \(size) 个；主机见 \(key(.overview)) 概览。")
    case .behind: return Phrase("\(name) is behind.", "\(name) 滞后。")
    case nil:
      guard let cluster = server.cluster else { return Phrase("\(name) is in step again.", "\(name) 已恢复同步。") }
      let size = cluster.sizeWords(of: server.reach.hosts.count)
      return Phrase("The cluster is whole again: \(size.english), in step.", "集群已恢复：\(size.chinese)，已同步。")
    }
  }

  // The overview.
  static let database = Phrase("Database", "数据库")
  static let noFailOver = Phrase("no host was lost since the console opened", "打开控制台以来未丢失主机")
  static func at(_ failOver: FailOver) -> Phrase {
    let (time, why) = (failOver.at.timeOfDay, failOver.why.mark)
    let took = failOver.took.tenths
    guard failOver.from != failOver.to else {
      return Phrase(
        "\(failOver.from) was lost, and back at \(time) after \(took) s (\(why.english))",
        "\(failOver.from) 曾丢失，\(time) 恢复，历时 \(took) 秒（\(why.chinese)）")
    }
    return Phrase(
      "last fail-over \(time): from \(failOver.from) to \(failOver.to) in \(took) s (\(why.english))",
      "上次切换 \(time)：\(took) 秒内从 \(failOver.from) 转到 \(failOver.to)（\(why.chinese)）")
  }
  /// A host as it was found last, as short as may be.
  static func host(_ host: ServerReach.Host) -> Phrase {
    guard case .lost(let since, let why) = host.condition else { return host.words }
    let time = since.timeOfDay.prefix(5)
    return Phrase(
      "\(host.name) \(why.mark.english) since \(time)", "\(host.name) 自 \(time) \(why.mark.chinese)")
  }
}
