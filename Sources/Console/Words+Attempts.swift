import SessionCore

extension Words {
  static let when = Phrase("WHEN", "时间")
  static let outcome = Phrase("OUTCOME", "结果")
  static let kindTitle = Phrase("KIND", "类型")
  static func simulated(_ outcome: Phrase) -> Phrase { Phrase("sim. \(outcome.english)", "模拟 \(outcome.chinese)") }
  static func simulatedBy(_ who: String) -> Phrase { Phrase("simulated by \(who)", "由 \(who) 模拟") }
  static let newestFirst = Phrase("newest first", "新的在前")
  static let noAttempts = Phrase("Nobody has tried to log in yet.", "还没有人尝试登录。")
  static let attemptGone = Phrase("That attempt is no longer in this list.", "该登录尝试已不在此列表中。")
  static let attemptFilterHint = Phrase(
    "user:ali  outcome:wrong-password  from:10.0.0.0/8  -outcome:ok  one|other",
    "user:ali  outcome:wrong-password  from:10.0.0.0/8  -outcome:ok  甲|乙")
  static func outcome(_ outcome: Attempt.Outcome) -> Phrase {
    switch outcome {
    case .loggedIn: Phrase("logged in", "登录成功")
    case .wrongPassword: Phrase("wrong password", "密码错误")
    case .unknownUser: Phrase("no such user", "无此用户")
    case .locked: Phrase("locked", "已锁定")
    case .needsCode: Phrase("needs a code", "需要代码")
    case .tooManySessions: Phrase("session limit", "会话数已满")
    case .wrongCode: Phrase("wrong code", "代码错误")
    }
  }

  // Who has to wait.
  static func slowed(_ count: CappedCount) -> Phrase { Phrase("\(count.text) slowed", "\(count.text) 被限速") }
  static func slowedTitle(_ count: CappedCount) -> Phrase { Phrase("SLOWED  \(count.text)", "限速中  \(count.text)") }
  static func slowedShort(_ count: CappedCount, _ who: String, _ wait: String) -> Phrase {
    count.value > 1
      ? Phrase("\(count.text) slowed, \(who) \(wait)", "\(count.text) 个被限速，\(who) \(wait)")
      : Phrase("\(who) waits \(wait)", "\(who) 须等待 \(wait)")
  }
  static let nobodyWaits = Phrase(
    "Nobody has to wait: no account or address is being slowed.", "没有账户或地址被限速。")
  static let waits = Phrase("WAITS", "等待")
  static let until = Phrase("UNTIL", "直到")
  static let failuresTitle = Phrase("FAILURES", "失败")
  static let turnedAway = Phrase("TURNED AWAY", "已拒绝")
  static let whereTitle = Phrase("COUNTED FOR", "计数对象")
  static func scope(_ scope: Throttle.Scope) -> Phrase {
    switch scope {
    case .account: Phrase("account", "账户")
    case .address: Phrase("address", "地址")
    // Where its user is known, failures elsewhere do not count: nobody can be kept out at home.
    case .accountFromKnown: Phrase("own network", "本人网络")
    }
  }
  static func waiting(_ length: String) -> Phrase { Phrase("waits \(length)", "等待 \(length)") }
  static let failedLabel = Phrase("failed logins", "登录失败")
  static func failed(_ count: Int, until time: String?) -> Phrase {
    time.map { Phrase("\(count), has to wait until \($0)", "\(count) 次，须等待至 \($0)") }
      ?? Phrase("\(count)", "\(count) 次")
  }
  static let noUserToForgive = Phrase(
    "There is no such user; \(key(.forgiveNetwork)) forgives the address.",
    "没有该用户；按 \(key(.forgiveNetwork)) 清除该地址的失败记录。")
  static let noAddress = Phrase("It came from no address that is known.", "来源地址未知。")
  static func nothingToForgive(_ login: String) -> Phrase {
    Phrase("\(login) has no failed logins to forgive.", "\(login) 没有可清除的登录失败记录。")
  }
}
