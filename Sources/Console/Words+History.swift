import SessionCore

extension Words {
  static let deedsTitle = Phrase("What was done", "操作记录")
  static let nothingDoneYet = Phrase("Nothing was done yet.", "还没有任何操作。")
  static let historyKeys = Phrase("\(key(.undo)) take back   Esc close", "\(key(.undo)) 撤销   Esc 关闭")
  static let historyClose = Phrase("Esc close", "Esc 关闭")
  static let superseded = Phrase("replaced", "已被取代")
  static let supersededBefore = Phrase(
    "Everybody was logged out again since: only that can be taken back.", "此后又结束了所有人的会话：只能撤销后一次。")
  static let takenBack = Phrase("taken back", "已撤销")
  static func undoFor(_ length: String) -> Phrase {
    Phrase("\(key(.undo)) for \(length)", "\(key(.undo)) 还有 \(length)")
  }
  static func by(_ name: String) -> Phrase { Phrase("by \(name)", "由 \(name)") }
  static func undoneBefore(_ name: String) -> Phrase {
    Phrase("It was taken back already, by \(name).", "已由 \(name) 撤销。")
  }

  /// What an act was, in a few words.
  static func deed(_ act: DoneAct) -> Phrase {
    let count = sessions(act.count)
    let who = act.subject
    let of = who.isEmpty ? Phrase("", "") : Phrase(": \(who)", "：\(who)")
    let people = act.count == 1 && !who.isEmpty ? Phrase(who, who) : users(CappedCount(exactly: act.count))
    return switch act.kind {
    case .end: Phrase("ended \(count.english)\(of.english)", "结束 \(count.chinese)\(of.chinese)")
    case .expire: Phrase("timed out \(count.english)\(of.english)", "使 \(count.chinese)超时\(of.chinese)")
    case .extend: Phrase("extended \(count.english)\(of.english)", "延长 \(count.chinese)\(of.chinese)")
    case .lock: Phrase("locked \(people.english)", "锁定 \(people.chinese)")
    case .unlock: Phrase("unlocked \(people.english)", "解锁 \(people.chinese)")
    case .forgive:
      Phrase("forgave \(who.isEmpty ? people.english : who)", "清除 \(who.isEmpty ? people.chinese : who) 的失败记录")
    case .giveCode: Phrase("gave \(who) a one-time code", "为 \(who) 发放一次性代码")
    case .addUser: Phrase("added \(who)", "添加 \(who)")
    case .remove: Phrase("removed \(who)", "删除 \(who)")
    case .endEverybody: Phrase("logged everybody out", "结束所有人的会话")
    }
  }
}
