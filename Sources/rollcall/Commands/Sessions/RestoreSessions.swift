import ArgumentParser
import SessionCore

struct RestoreSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take an act back, within 5 minutes.",
    discussion: """
      Sessions live again with the limits that they had, but for those that are past them by now, and those whose user
      was locked, removed or given another password since. Users are as they were. Without an id it lists the acts that
      can be taken back.

      Example: rollcall sessions restore 01JD3KX4N0V5S8T2W6Y9ZABCDE
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: ArgumentHelp("The act's id, as its command said it.", valueName: "act")) var act: SessionID?
  @OptionGroup var format: OutputFormat

  func run() throws {
    let service = try options.service()
    guard let act else { return try list(service) }
    var restored: [SessionID] = []
    let undone = try service.undo(act, by: .operator) { restored += $0 }
    if !format.isForPeople {
      try Report([
        Report.Field("act", Phrase("act", "操作"), .text(act.description)),
        Report.Field("restored", Phrase("restored", "恢复"), .texts(restored.map(\.description))),
      ]).write(format)
    } else {
      for id in restored { try Output.line(id.description) }
    }
    Narration.say(undone.said)
  }

  private func list(_ service: SessionService) throws {
    var table = TableWriter(Column.acts, format)
    for act in try service.undoableActs(limit: 100) { try table.add(act) }
    try table.finish()
    if table.count == 0 {
      throw CommandFailure(
        .nothingMatched,
        Phrase("Nothing was done in the last 5 minutes that can be taken back.", "最近 5 分钟内没有可撤销的操作。"))
    }
  }
}

extension Undone {
  /// What is as it was.
  fileprivate var said: Phrase {
    switch act.kind {
    case .endEverybody:
      return Phrase(
        "Taken back. Sessions whose rows had been moved: \(sessions).", "已撤销。已移走而恢复的会话：\(sessions) 个。")
    case .forgive: return Phrase("Taken back: the failed logins count again.", "已撤销：登录失败记录已恢复。")
    default:
      let parts = [
        sessions > 0 ? (sessions.counted("session"), "\(sessions) 个会话") : nil,
        users > 0 ? (users.counted("user"), "\(users) 个用户") : nil,
        ended > 0 ? ("ended \(ended.counted("session"))", "结束了 \(ended) 个会话") : nil,
      ].compactMap { $0 }
      return Phrase(
        "Taken back: \(parts.map(\.0).joined(separator: ", ")).", "已撤销：\(parts.map(\.1).joined(separator: "，"))。")
    }
  }
}

extension Column where Row == DoneAct {
  fileprivate static var acts: [Column] {
    [
      Column("act", Phrase("ACT", "操作")) { .text($0.id.description) },
      Column("kind", Phrase("WHAT", "内容")) { .text($0.kind.auditText) },
      Column("about", Phrase("ABOUT", "对象")) { $0.subject.isEmpty ? .none : .text($0.subject) },
      Column("at", Phrase("AT", "时间")) { .time($0.at) },
      Column("by", Phrase("BY", "操作人")) { .text($0.by) },
      Column("reason", Phrase("REASON", "原因")) { $0.reason.isEmpty ? .none : .text($0.reason) },
    ]
  }
}
