import SessionCore

extension Words {
  static func sessions(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 session" : "\(count) sessions", "\(count) 个会话")
  }

  static func sessions(_ count: CappedCount) -> Phrase {
    count.isCapped ? Phrase("\(count.text) sessions", "\(count.text) 个会话") : sessions(count.value)
  }

  /// The question before an act.
  static func question(_ act: Act, _ preview: EndPreview?) -> Phrase {
    let whom = act.whom
    let count = preview.map { "\($0.count.text)" } ?? "…"
    let sessions = preview?.count.text == "1" ? "1 session" : "\(count) sessions"
    return switch act {
    case .end: Phrase("End this session of \(whom)?", "结束 \(whom) 的这个会话？")
    case .endAll:
      Phrase(
        sessions == "1 session" ? "End the 1 session of \(whom)?" : "End all \(sessions) of \(whom)?",
        "结束 \(whom) 的全部 \(count) 个会话？")
    case .endEverybody: Phrase("Log everybody out, and end \(sessions)?", "结束所有人的全部 \(count) 个会话？")
    case .lock: Phrase("Lock \(whom) and end \(sessions)?", "锁定 \(whom) 并结束 \(count) 个会话？")
    case .unlock: Phrase("Unlock \(whom)?", "解锁 \(whom)？")
    case .forgive, .forgiveNetwork: Phrase("Forget the failed logins of \(whom)?", "清除 \(whom) 的登录失败记录？")
    case .giveCode: Phrase("Give out a one-time code for \(whom)?", "为 \(whom) 发放一次性代码？")
    case .remove: Phrase("Remove \(whom) for good and end \(sessions)?", "永久删除 \(whom) 并结束 \(count) 个会话？")
    }
  }

  /// What an act means besides: for whom it is done, and what it leaves.
  static func meaning(_ act: Act) -> Phrase {
    switch act {
    case .end, .endAll: undoable
    case .endEverybody: Phrase("Yours and simulated ones too. " + undoable.english, "也包括你的和模拟的会话。" + undoable.chinese)
    case .lock: lockMeans
    case .unlock: unlockMeans
    case .forgive, .forgiveNetwork:
      Phrase("Whoever had to wait may try again at once.", "须等待者可立即重试。")
    case .giveCode:
      Phrase(
        "For 24 hours, in place of any other. The password works until then.", "24 小时内有效，并取代之前的代码。在此之前原密码仍可用。")
    case .remove: Phrase("This cannot be taken back. The audit log keeps what they did.", "此操作无法撤销。审计日志保留其操作记录。")
    }
  }

  /// The button that does it.
  static func button(_ act: Act, _ preview: EndPreview?) -> Phrase {
    switch act {
    case .end, .endAll, .endEverybody:
      preview.map {
        Phrase($0.count.value == 1 ? "End 1 session" : "End \($0.count.text) sessions", "结束 \($0.count.text) 个会话")
      } ?? Phrase("End", "结束")
    case .lock: Phrase("Lock", "锁定")
    case .unlock: Phrase("Unlock", "解锁")
    case .forgive, .forgiveNetwork: Phrase("Forget them", "清除")
    case .giveCode: Phrase("Give out", "发放")
    case .remove: Phrase("Remove", "删除")
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
  static let lockMeans = Phrase("They cannot log in until unlocked.", "解锁之前无法登录。")
  static let working = Phrase("Working…", "正在执行…")
  static func more(_ count: Int, capped: Bool) -> Phrase {
    Phrase("… \(count)\(capped ? "+" : "") more", "… 另有 \(count)\(capped ? "+" : "") 个")
  }

  /// What an act did.
  static func done(_ act: Act, _ outcome: Outcome) -> Phrase {
    let whom = act.whom
    let ended = sessions(outcome.ended)
    guard outcome.isChanged else { return unchanged(act) }
    return switch act {
    case .end, .endAll:
      Phrase(
        "Ended \(ended.english) of \(whom). " + undoable.english, "已结束 \(whom) 的 \(ended.chinese)。" + undoable.chinese)
    case .endEverybody:
      Phrase(
        "Logged everybody out: \(ended.english). " + undoable.english, "已结束所有人的 \(ended.chinese)。" + undoable.chinese)
    case .lock: Phrase("Locked \(whom), ended \(ended.english).", "已锁定 \(whom)，结束了 \(ended.chinese)。")
    case .unlock: Phrase("Unlocked \(whom).", "已解锁 \(whom)。")
    case .forgive, .forgiveNetwork: Phrase("Forgot the failed logins of \(whom).", "已清除 \(whom) 的登录失败记录。")
    case .giveCode: Phrase("Gave out a one-time code for \(whom).", "已为 \(whom) 发放一次性代码。")
    case .remove: Phrase("Removed \(whom), ended \(ended.english).", "已删除 \(whom)，结束了 \(ended.chinese)。")
    }
  }

  private static func unchanged(_ act: Act) -> Phrase {
    let whom = act.whom
    return switch act {
    case .end, .endAll, .endEverybody: Phrase("Nothing to end: it had ended already.", "无需结束：此前已经结束。")
    case .lock: Phrase("\(whom) was locked already.", "\(whom) 此前已被锁定。")
    case .unlock: Phrase("\(whom) was not locked.", "\(whom) 此前未被锁定。")
    case .forgive, .forgiveNetwork: nothingToForgive(whom)
    case .giveCode, .remove: Phrase("There is no user \(whom) any more.", "用户 \(whom) 已不存在。")
    }
  }
}
