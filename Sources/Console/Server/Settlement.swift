import SessionCore

/// What became of an act in hand when its host was lost and no other one answered, as the log tells it afterwards.
public enum Settlement: Equatable, Sendable {
  /// It was done, to as many as the act says.
  case done(DoneAct)
  /// Nothing was changed.
  case notDone
  /// Nobody waited for a host to tell.
  case unknown
}

extension State {
  /// What became of an act; nil for the taking back of one.
  mutating func settled(_ act: Act?, _ settlement: Settlement) -> [Effect] {
    if let act, case .confirm(let confirm, let under)? = overlay, confirm.act == act { overlay = under }
    if act == nil { isUndoing = false }
    if let act, case .done(let done) = settlement { remember(done.id, of: act) }
    notice = Notice(text: Words.settled(act, settlement), ink: .warning)
    return reload()
  }

  private mutating func remember(_ done: DoneAct.ID, of act: Act) {
    remember(done)
    forgetMarks(act)
  }
}

extension Words {
  static func settled(_ act: Act?, _ settlement: Settlement) -> Phrase {
    switch (act, settlement) {
    case (_, .unknown):
      Phrase(
        "The connection was lost: whether it was done is not known. Once a host answers, \(key(.history)) tells.",
        "连接已中断：尚不知道是否已执行。主机恢复后，按 \(key(.history)) 查看。")
    case (nil, .done): Phrase("The connection was lost, but it was taken back.", "连接曾中断，但已撤销。")
    case (nil, .notDone):
      Phrase("The connection was lost, and it was not taken back: ask again.", "连接中断，未能撤销：请重试。")
    case (.giveCode?, .done), (.addUser?, .done):
      Phrase(
        "It was done, but the connection was lost, and the code with it: \(key(.giveCode)) gives out another.",
        "已执行，但连接中断，代码已丢失：按 \(key(.giveCode)) 重新发放。")
    case (_, .done(let act)):
      Phrase(
        "The connection was lost meanwhile. It was done to \(act.count): \(key(.history)) shows it, \(key(.undo)) takes it back.",
        "期间连接中断。已对 \(act.count) 项执行：按 \(key(.history)) 查看，按 \(key(.undo)) 撤销。")
    case (_, .notDone):
      Phrase("The connection was lost, and nothing was done: ask again.", "连接中断，未做任何更改：请重试。")
    }
  }
}
