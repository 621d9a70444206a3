import SessionCore

extension Words {
  static let undoable = Phrase("\(key(.undo)) takes it back for 5 minutes.", "5 分钟内可按 \(key(.undo)) 撤销。")
  static let undoing = Phrase("It is being taken back.", "正在撤销。")
  static let nothingToUndo = Phrase(
    "Nothing was ended from here in the last 5 minutes.", "最近 5 分钟内没有在此结束会话。")
  static let undoTooLate = Phrase(
    "Too late: it cannot be taken back any more.", "为时已晚，无法再撤销。")
  static func undone(_ count: CappedCount) -> Phrase {
    switch (count.value, count.isCapped) {
    case (0, _):
      Phrase(
        "None lives again: past its limit, or its user was locked, removed or changed password.",
        "没有会话恢复：已到时限，或用户已锁定、删除或更改密码。")
    case (1, false): Phrase("Taken back: 1 session lives again.", "已撤销：1 个会话恢复在线。")
    default: Phrase("Taken back: \(count.text) sessions live again.", "已撤销：\(count.text) 个会话恢复在线。")
    }
  }
  static let nobodyToEnd = Phrase("Nobody is logged in: there is nothing to end.", "当前无人登录，无需结束。")
}
