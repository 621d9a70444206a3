import SessionCore

extension Words {
  static let login = Phrase("login", "登录名")
  static let stateLabel = Phrase("state", "状态")
  static let kind = Phrase("kind", "类型")
  static let id = Phrase("id", "编号")
  static let authenticated = Phrase("authenticated", "登录时间")
  static let seen = Phrase("last seen", "最近访问")
  static let endsIfIdle = Phrase("ends if idle", "空闲则结束于")
  static let endsAtLatest = Phrase("at the latest", "最迟结束于")
  static let fromLabel = Phrase("from", "来自")
  static let clientLabel = Phrase("client", "客户端")
  static let sentAs = Phrase("sent as", "标识")
  static let madeBy = Phrase("made by", "创建者")
  static let keeps = Phrase("keeps", "保存数据")
  static func names(_ count: Int) -> Phrase {
    count == 0
      ? Phrase("nothing for its pages", "无页面数据")
      : Phrase(count == 1 ? "1 value for its pages" : "\(count) values for its pages", "\(count) 项页面数据")
  }
  static let endedLabel = Phrase("ended", "结束")
  static let reasonLabel = Phrase("reason", "原因")
  static let others = Phrase("Other sessions of the user", "该用户的其他会话")
  static let noOthers = Phrase("None: this is the only one.", "无：这是唯一的会话。")
  static let theirSessions = Phrase("Their sessions", "该用户的会话")
  static let noSessions = Phrase("Not logged in anywhere.", "未在任何地方登录。")
  static let credential = Phrase("password", "密码")
  static func hashed(_ scheme: String, _ date: String) -> Phrase {
    Phrase("\(scheme), set \(date)", "\(scheme)，设置于 \(date)")
  }
  static let noPassword = Phrase("none: cannot log in", "无：不能登录")
  static let createdLabel = Phrase("created", "创建于")
  static let lastLoginLabel = Phrase("last login", "上次登录")
  static func endsLine(_ idle: String, _ latest: String) -> Phrase {
    idle == latest
      ? Phrase("ends \(latest) at the latest", "最迟 \(latest) 结束")
      : Phrase("ends \(idle) if idle, \(latest) at the latest", "空闲则 \(idle) 结束，最迟 \(latest)")
  }
  static func endsShortly(_ idle: String) -> Phrase { Phrase("ends \(idle) if idle", "空闲则 \(idle) 结束") }
  static func authenticatedAt(_ time: String) -> Phrase { Phrase("authenticated \(time)", "登录于 \(time)") }
  static func ended(_ time: String, _ how: Ending.How, by name: String) -> Phrase {
    let how = Self.how(how)
    return Phrase(
      "\(time), \(how.english)\(name.isEmpty ? "" : ": \(name)")",
      "\(time)，\(how.chinese)\(name.isEmpty ? "" : "：\(name)")")
  }
  static func how(_ how: Ending.How) -> Phrase {
    switch how {
    case .logout: Phrase("logged out", "已退出")
    case .idle: Phrase("idle for too long", "空闲超时")
    case .absolute: Phrase("reached its limit", "达到最长时限")
    case .administrator: Phrase("by an administrator", "由管理员结束")
    case .locked: Phrase("the user was locked", "用户被锁定")
    case .owner: Phrase("by its user, from elsewhere", "由用户在别处结束")
    case .limit: Phrase("too many sessions", "会话数达到上限")
    case .password: Phrase("the password was changed", "密码已更改")
    case .removed: Phrase("the user was removed", "用户已删除")
    }
  }
}
