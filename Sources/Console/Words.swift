import SessionCore

/// What the console says, in every language that it speaks.
enum Words {
  // The bars.
  static func live(_ count: CappedCount) -> Phrase { Phrase("\(count.text) live", "\(count.text) 在线") }
  static func ending(_ count: CappedCount) -> Phrase { Phrase("\(count.text) ending soon", "\(count.text) 即将结束") }
  static func locked(_ count: CappedCount) -> Phrase { Phrase("\(count.text) locked", "\(count.text) 已锁定") }
  static func actor(_ actor: Actor) -> Phrase {
    actor.address.isEmpty
      ? Phrase(actor.name, actor.name)
      : Phrase("\(actor.name) from \(actor.address)", "\(actor.name) 来自 \(actor.address)")
  }
  static let readOnlyMark = Phrase("read-only", "只读")
  static let help = Phrase("\(key(.help)) help", "\(key(.help)) 帮助")
  static let back = Phrase("back", "返回")
  static func view(_ view: ViewID) -> Phrase {
    switch view {
    case .sessions: Phrase("Sessions", "会话")
    case .users: Phrase("Users", "用户")
    case .attempts: Phrase("Attempts", "登录尝试")
    case .audit: Phrase("Audit", "审计")
    case .overview: Phrase("Overview", "概览")
    case .simulate: Phrase("Simulate", "模拟")
    }
  }

  // The lists.
  static let filter = Phrase("filter", "筛选")
  static let noFilter = Phrase("all", "全部")
  // No longer than the line on 80 columns has room for.
  static let sessionFilterHint = Phrase(
    "ali  user:ali  state:idle  from:10.0.0.0/8  idle>10m  -not  one|other",
    "ali  user:ali  state:idle  from:10.0.0.0/8  idle>10m  -排除  甲|乙")
  static let userFilterHint = Phrase(
    "ali  user:ali  state:locked  last>90d  last:never  -not  one|other",
    "ali  user:ali  state:locked  last>90d  last:never  -排除  甲|乙")
  static func matching(_ count: CappedCount, of total: CappedCount) -> Phrase {
    Phrase("\(count.text) of \(total.text)", "\(count.text) / \(total.text)")
  }
  static func rows(_ count: CappedCount) -> Phrase { Phrase(count.text, count.text) }
  static func sort(_ sort: SessionSort, descending: Bool) -> Phrase {
    switch sort {
    case .lastSeen:
      descending
        ? Phrase("last seen, newest first", "按最近访问，新的在前") : Phrase("last seen, oldest first", "按最近访问，旧的在前")
    case .started:
      descending ? Phrase("started, newest first", "按开始时间，新的在前") : Phrase("started, oldest first", "按开始时间，旧的在前")
    case .ends:
      descending ? Phrase("ends, latest first", "按结束时间，晚的在前") : Phrase("ends, soonest first", "按结束时间，早的在前")
    }
  }
  static let byLogin = Phrase("by login", "按登录名")
  static let loading = Phrase("Reading…", "正在读取…")
  static let nobody = Phrase("Nobody is logged in.", "当前无人登录。")
  static func simulateHint(page: String?) -> Phrase {
    page.map {
      Phrase("\(key(.simulate)) simulates a login; \($0) is the real one.", "按 \(key(.simulate)) 模拟登录；真实登录页：\($0)")
    }
      ?? Phrase("\(key(.simulate)) simulates a login.", "按 \(key(.simulate)) 模拟登录。")
  }
  static func loginPage(_ page: String) -> Phrase { Phrase("Logins come from \(page).", "登录页：\(page)") }
  static func account(_ account: SampleAccount) -> Phrase {
    Phrase(
      "Sample account: \(account.login)  password: \(account.password)", "示例账户：\(account.login)  密码：\(account.password)"
    )
  }
  static let noUsers = Phrase("There are no users yet.", "还没有用户。")
  static let addUsers = Phrase("\(key(.addUser)) adds one.", "按 \(key(.addUser)) 添加。")
  static func noMatch(_ filter: String) -> Phrase { Phrase("Nothing matches “\(filter)”.", "没有符合“\(filter)”的记录。") }
  static let clearFilter = Phrase("\(key(.back)) clears the filter.", "按 \(key(.back)) 清除筛选。")

  // Columns.
  static let user = Phrase("USER", "用户")
  static let state = Phrase("STATE", "状态")
  static let started = Phrase("STARTED", "已开始")
  static let lastSeen = Phrase("LAST SEEN", "最近访问")
  static let endsIn = Phrase("ENDS IN", "剩余")
  static let from = Phrase("FROM", "来自")
  static let client = Phrase("CLIENT", "客户端")
  static let liveSessions = Phrase("SESSIONS", "会话数")
  static let lastLogin = Phrase("LAST LOGIN", "上次登录")
  static let created = Phrase("CREATED", "创建")
  static let never = Phrase("never", "从未")

  // States.
  static let ended = Phrase("ended", "已结束")
  static func state(_ state: SessionState) -> Phrase {
    switch state {
    case .live: Phrase("live", "在线")
    case .idle: Phrase("idle", "空闲")
    case .ending: Phrase("ending", "将结束")
    case .remembered: Phrase("remembered", "已记住")
    case .simulated: Phrase("simulated", "模拟")
    }
  }
  static func state(_ state: User.State) -> Phrase {
    switch state {
    case .active: Phrase("active", "正常")
    case .locked: Phrase("LOCKED", "已锁定")
    }
  }

  // The line above the keys.
  static func sessionGone(_ login: String) -> Phrase {
    Phrase("The session of \(login) has ended. The cursor stays in its place.", "\(login) 的会话已结束。光标停留在原处。")
  }
  static func userGone(_ login: String) -> Phrase {
    Phrase("\(login) is no longer in this list.", "\(login) 已不在此列表中。")
  }
  static let userIsGone = Phrase("That user is there no more.", "该用户已不存在。")
  static let goBackToList = Phrase(
    "That is done in the list: \(key(.back)) leads back to it.", "该操作在列表中进行：按 \(key(.back)) 返回列表。")
  static let alreadyEnded = Phrase("That session has ended already: move to another.", "该会话已经结束：请移到另一行。")
  static let isMarked = Phrase("marked", "已标记")
  static let nothingHere = Phrase("There is nothing under the cursor.", "光标下没有内容。")
  static let readOnly = Phrase("The database is open for reading only.", "数据库以只读方式打开。")
  static func isLockedAlready(_ login: String) -> Phrase {
    Phrase("\(login) is locked already; \(key(.unlock)) unlocks.", "\(login) 已被锁定；按 \(key(.unlock)) 解锁。")
  }
  static func isNotLocked(_ login: String) -> Phrase {
    Phrase("\(login) is not locked; \(key(.lock)) locks.", "\(login) 未被锁定；按 \(key(.lock)) 锁定。")
  }
  static let nothingDone = Phrase("Nothing was done.", "未做任何更改。")
  static func trouble(_ message: String, since: String) -> Phrase {
    Phrase("No answer since \(since). \(message)", "自 \(since) 起无响应。\(message)")
  }
  static func tooSmall(_ rows: Int, _ columns: Int) -> Phrase {
    Phrase("\(columns)x\(rows) is too small: 40x10 at least", "\(columns)x\(rows) 太小：至少 40x10")
  }
  static let helpTitle = Phrase("keys that work here", "此处可用的按键")
}
