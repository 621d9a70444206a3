import SessionCore

extension Words {
  static func sessions(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 session" : "\(count) sessions", "\(count) 个会话")
  }

  static func sessions(_ count: CappedCount) -> Phrase {
    count.isCapped ? Phrase("\(count.text) sessions", "\(count.text) 个会话") : sessions(count.value)
  }

  static func users(_ count: CappedCount) -> Phrase {
    Phrase(count.text == "1" ? "1 user" : "\(count.text) users", "\(count.text) 个用户")
  }

  /// The question before an act.
  static func question(_ confirm: Confirm) -> Phrase {
    let whom = confirm.act.whom
    let count = confirm.affected.map(sessions) ?? Phrase("… sessions", "… 个会话")
    let people = confirm.people.map(users) ?? Phrase("… users", "… 个用户")
    switch confirm.act {
    case .sessions(let act, let scope): return question(act, scope, count, people)
    case .users(let act, let scope):
      guard scope.isOne else { return question(act, people, count) }
      switch act {
      case .endAll:
        return Phrase(
          count.english == "1 session" ? "End the 1 session of \(whom)?" : "End all \(count.english) of \(whom)?",
          "结束 \(whom) 的全部 \(count.chinese)？")
      case .lock: return Phrase("Lock \(whom) and end \(count.english)?", "锁定 \(whom) 并结束 \(count.chinese)？")
      case .unlock: return Phrase("Unlock \(whom)?", "解锁 \(whom)？")
      case .forgive: return Phrase("Forget the failed logins of \(whom)?", "清除 \(whom) 的登录失败记录？")
      }
    case .endEverybody: return Phrase("Log everybody out, and end \(count.english)?", "结束所有人的全部 \(count.chinese)？")
    case .forgiveNetwork: return Phrase("Forget the failed logins of \(whom)?", "清除 \(whom) 的登录失败记录？")
    case .giveCode: return Phrase("Give out a one-time code for \(whom)?", "为 \(whom) 发放一次性代码？")
    case .remove: return Phrase("Remove \(whom) and end \(count.english)?", "删除 \(whom) 并结束 \(count.chinese)？")
    case .addUser: return Phrase("Add a user?", "添加用户？")
    }
  }

  private static func question(_ act: SessionAct, _ scope: SessionScope, _ count: Phrase, _ people: Phrase) -> Phrase {
    if case .one(let look) = scope {
      switch act {
      case .end: return Phrase("End this session of \(look.login)?", "结束 \(look.login) 的这个会话？")
      case .expire:
        return Phrase("Let this session of \(look.login) time out now?", "让 \(look.login) 的这个会话立即超时？")
      case .extend: return Phrase("Extend this session of \(look.login)?", "延长 \(look.login) 的这个会话？")
      }
    }
    switch act {
    case .end: return Phrase("End \(count.english) of \(people.english)?", "结束 \(people.chinese)的 \(count.chinese)？")
    case .expire:
      return Phrase(
        "Let \(count.english) of \(people.english) time out now?", "让 \(people.chinese)的 \(count.chinese)立即超时？")
    case .extend:
      return Phrase("Extend \(count.english) of \(people.english)?", "延长 \(people.chinese)的 \(count.chinese)？")
    }
  }

  private static func question(_ act: UserAct, _ people: Phrase, _ count: Phrase) -> Phrase {
    switch act {
    case .endAll:
      Phrase("End all \(count.english) of \(people.english)?", "结束 \(people.chinese)的全部 \(count.chinese)？")
    case .lock: Phrase("Lock \(people.english) and end \(count.english)?", "锁定 \(people.chinese)并结束 \(count.chinese)？")
    case .unlock: Phrase("Unlock \(people.english)?", "解锁 \(people.chinese)？")
    case .forgive: Phrase("Forget the failed logins of \(people.english)?", "清除 \(people.chinese)的登录失败记录？")
    }
  }

  /// What an act means besides: for whom it is done, and what it leaves.
  static func meaning(_ act: Act) -> Phrase {
    switch act {
    case .sessions(.end, _), .users(.endAll, _), .remove: undoable
    case .sessions(.expire, _):
      Phrase("As if unused for too long: that is what they are told. " + undoable.english, "如同空闲超时。" + undoable.chinese)
    case .sessions(.extend, _):
      Phrase("As if a request came now; never past their latest end.", "如同此刻有一次访问；不超过最迟结束时间。")
    case .endEverybody: Phrase("Simulated ones too. " + undoable.english, "也包括模拟的会话。" + undoable.chinese)
    case .users(.lock, _): lockMeans
    case .users(.unlock, _): unlockMeans
    case .users(.forgive, _), .forgiveNetwork:
      Phrase("Whoever had to wait may try again at once.", "须等待者可立即重试。")
    case .giveCode:
      Phrase(
        "For 24 hours, in place of any other. The password works until then.", "24 小时内有效，并取代之前的代码。在此之前原密码仍可用。")
    case .addUser:
      Phrase("They choose a password with a one-time code, which is shown once.", "用户用仅显示一次的一次性代码设置密码。")
    }
  }

  /// The button that does it.
  static func button(_ confirm: Confirm) -> Phrase {
    let count = confirm.affected.map { sessions($0) }
    switch confirm.act {
    case .sessions(.end, _), .users(.endAll, _), .endEverybody:
      return count.map { Phrase("End \($0.english)", "结束 \($0.chinese)") } ?? Phrase("End", "结束")
    case .sessions(.expire, _):
      return count.map { Phrase("Time out \($0.english)", "使 \($0.chinese)超时") } ?? Phrase("Time out", "超时")
    case .sessions(.extend, _):
      return count.map { Phrase("Extend \($0.english)", "延长 \($0.chinese)") } ?? Phrase("Extend", "延长")
    case .users(.lock, _): return Phrase("Lock", "锁定")
    case .users(.unlock, _): return Phrase("Unlock", "解锁")
    case .users(.forgive, _), .forgiveNetwork: return Phrase("Forget them", "清除")
    case .giveCode: return Phrase("Give out", "发放")
    case .remove: return Phrase("Remove", "删除")
    case .addUser: return Phrase("Add", "添加")
    }
  }

  static let cancel = Phrase("Cancel", "取消")
  static let reason = Phrase("Reason", "原因")
  static let reasonHint = Phrase("Tab to type; kept in the audit log", "按 Tab 输入；记入审计日志")
  static func typeCount(_ number: Int) -> Phrase {
    Phrase("Type \(number), then Enter", "输入 \(number) 后按 Enter")
  }
  static let counting = Phrase("Counting…", "正在统计…")
  static let endsNothing = Phrase("No session is live: none will end.", "没有在线会话：不会结束任何会话。")
  static let unlockMeans = Phrase("They may log in again. Ended sessions stay ended.", "可以再次登录。已结束的会话不会恢复。")
  static let lockMeans = Phrase(
    "They cannot log in until unlocked. " + undoable.english, "解锁之前无法登录。" + undoable.chinese)
  static let working = Phrase("Working…", "正在执行…")
  static func more(_ count: Int, capped: Bool) -> Phrase {
    Phrase("… \(count)\(capped ? "+" : "") more", "… 另有 \(count)\(capped ? "+" : "") 个")
  }
}
