import SessionCore

extension Words {
  static let undoable = Phrase("\(key(.undo)) takes it back for 5 minutes.", "5 分钟内可按 \(key(.undo)) 撤销。")
  static let undoing = Phrase("It is being taken back.", "正在撤销。")
  static let nothingToUndo = Phrase(
    "Nothing was done from here in the last 5 minutes; \(key(.history)) shows what was done before.",
    "最近 5 分钟内没有在此进行操作；按 \(key(.history)) 查看以往操作。")
  static let undoTooLate = Phrase(
    "Too late: it cannot be taken back any more.", "为时已晚，无法再撤销。")
  static let nobodyToEnd = Phrase("Nobody is logged in: there is nothing to end.", "当前无人登录，无需结束。")

  static func undone(_ outcome: UndoOutcome) -> Phrase {
    if outcome.isNothing { return nothingUndone(outcome.kind) }
    let who = outcome.subject
    let live = outcome.sessions.value == 0 ? Phrase("", "") : lives(outcome.sessions)
    switch outcome.kind {
    case .end, .expire, .endEverybody:
      let lives = lives(outcome.sessions)
      return Phrase("Taken back: \(lives.english).", "已撤销：\(lives.chinese)。")
    case .extend:
      let count = sessions(outcome.sessions)
      return Phrase(
        outcome.sessions.text == "1"
          ? "Taken back: 1 session ends when it would have." : "Taken back: \(count.english) end when they would have.",
        "已撤销：\(count.chinese)按原时间结束。")
    case .lock:
      return outcome.users == 1
        ? Phrase(
          "Taken back: \(who) is not locked\(also(live.english)).",
          "已撤销：\(who) 未被锁定\(live.chinese.isEmpty ? "" : "，" + live.chinese)。")
        : Phrase(
          "Taken back: \(outcome.users) users are not locked\(also(live.english)).", "已撤销：\(outcome.users) 个用户未被锁定。")
    case .unlock:
      return outcome.users == 1
        ? Phrase("Taken back: \(who) is locked again.", "已撤销：\(who) 再次被锁定。")
        : Phrase("Taken back: \(outcome.users) users are locked again.", "已撤销：\(outcome.users) 个用户再次被锁定。")
    case .forgive: return Phrase("Taken back: the failed logins count again.", "已撤销：登录失败记录已恢复。")
    case .giveCode: return Phrase("Taken back: the code of \(who) does not work.", "已撤销：\(who) 的代码失效。")
    case .addUser: return Phrase("Taken back: there is no user \(who).", "已撤销：用户 \(who) 已不存在。")
    case .remove:
      return Phrase(
        "Taken back: \(who) is there again\(also(live.english)).",
        "已撤销：\(who) 已恢复\(live.chinese.isEmpty ? "" : "，" + live.chinese)。")
    }
  }

  private static func also(_ text: String) -> String { text.isEmpty ? "" : ", " + text }

  private static func lives(_ count: CappedCount) -> Phrase {
    count.value == 1 && !count.isCapped
      ? Phrase("1 session lives again", "1 个会话恢复在线")
      : Phrase("\(count.text) sessions live again", "\(count.text) 个会话恢复在线")
  }

  private static func nothingUndone(_ kind: DoneAct.Kind) -> Phrase {
    switch kind {
    case .end, .expire, .endEverybody:
      Phrase(
        "None lives again: past its limit, or its user was locked, removed or changed password.",
        "没有会话恢复：已到时限，或用户已锁定、删除或更改密码。")
    case .extend: Phrase("They were used since: nothing was taken back.", "此后已被使用：未撤销。")
    case .addUser: Phrase("They have chosen a password since: remove them instead.", "对方已设置密码：请改用删除。")
    case .lock, .unlock, .forgive, .giveCode, .remove:
      Phrase("It was changed again since: nothing was taken back.", "此后又有更改：未撤销。")
    }
  }
}
