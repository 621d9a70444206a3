import SessionCore

extension Words {
  static let numberLabel = Phrase("number", "编号")
  static let outcomeLabel = Phrase("outcome", "结果")
  static let whenLabel = Phrase("when", "时间")
  static let userLabel = Phrase("user", "用户")
  static let byLabel = Phrase("by", "操作人")
  static let terminalLabel = Phrase("terminal", "终端")
  static let sessionLabel = Phrase("session", "会话")
  static let linkLabel = Phrase("link", "校验")
  static let hashLabel = Phrase("hash", "散列")
  static let previousLabel = Phrase("hash before", "前一散列")
  static let linkWhole = Phrase("the entry is what its hash was made of", "条目与其散列相符")
  static let linkBroken = Phrase("CHANGED: the entry is not what its hash was made of", "已被改动：条目与其散列不符")
  static let linkGone = Phrase("the entry is not in the log any more", "该条目已不在日志中")
  static let removed = Phrase("removed since", "后已删除")
  static let nobodys = Phrase("nobody has this login", "无此登录名")
  static let enterOpensUser = Phrase("(\(key(.open)) opens)", "（按 \(key(.open)) 打开）")
  static let countersTitle = Phrase("Who is counted", "失败计数")
  static let noCounters = Phrase("No failure is counted.", "没有失败计数。")
  static let waitsNot = Phrase("does not wait", "不需等待")
  static let attemptsOnUser = Phrase("Last attempts on this user", "该用户最近的登录尝试")
  static let attemptsFromAddress = Phrase("Last attempts from this address", "该地址最近的登录尝试")
  static let othersOf = Phrase("Also about this user", "与该用户有关的其他操作")
  static func othersBy(_ name: String) -> Phrase { Phrase("Also done by \(name)", "\(name) 的其他操作") }

  // A session's life, and a user's.
  static let lifeTitle = Phrase("Its life", "经过")
  static let began = Phrase("began", "开始")
  static let lastRequest = Phrase("last request", "最近一次请求")
  static let provedAgain = Phrase("proved who they are", "重新验证身份")
  static let historyTitle = Phrase("History", "历史")
  static let endedTitle = Phrase("Sessions that ended", "已结束的会话")

  // Walking the chain.
  static func chainWalking(_ done: Int, _ all: Int) -> Phrase {
    Phrase("walking: \(done) of \(all) right; \(key(.verify)) stops", "正在核对：\(done) / \(all) 正确；按 \(key(.verify)) 停止")
  }
  static func chainStopped(_ done: Int) -> Phrase {
    Phrase(
      "stopped: the first \(done) are right; \(key(.verify)) walks anew", "已停止：前 \(done) 条正确；按 \(key(.verify)) 重新核对")
  }
  static func chainWhole(_ entries: Int, newer: Int64, _ time: String) -> Phrase {
    newer > 0
      ? Phrase("all \(entries) right at \(time), \(newer) newer since", "\(time) 时全部 \(entries) 条正确，其后新增 \(newer) 条")
      : Phrase("all \(entries) entries are right, walked at \(time)", "全部 \(entries) 条正确，核对于 \(time)")
  }
  static func chainBroken(_ fault: Phrase, _ time: String) -> Phrase {
    Phrase("\(fault.english) Found at \(time).", "\(fault.chinese)发现于 \(time)。")
  }
}
