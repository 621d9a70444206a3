import ArgumentParser
import SessionCore

struct RestoreSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take an act back, within 5 minutes.",
    discussion: """
      Sessions live again with the limits that they had, but for those that are past them by now, and those whose user
      was locked, removed or given another password since. Users are as they were. Without an id it lists the acts on
      sessions that can be taken back.

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
    Narration.say(
      undone.act.kind == .endEverybody
        ? Phrase(
          "Taken back. Sessions whose rows had been moved: \(restored.count).",
          "已撤销。已移走而恢复的会话：\(restored.count) 个。")
        : undone.counters > 0 && undone.users == 0
          ? Phrase("Taken back: the failed logins count again.", "已撤销：登录失败记录已恢复。")
          : Phrase(
            "Taken back: \(undone.sessions) sessions, \(undone.users) users.",
            "已撤销：\(undone.sessions) 个会话，\(undone.users) 个用户。"))
  }

  private func list(_ service: SessionService) throws {
    var table = TableWriter(Column.acts, format)
    for act in try service.undoableActs(limit: 100) { try table.add(act) }
    try table.finish()
    if table.count == 0 {
      throw CommandFailure(
        .nothingMatched, Phrase("Nothing was ended in the last 5 minutes.", "最近 5 分钟内没有结束会话的操作。"))
    }
  }
}

extension Column where Row == DoneAct {
  fileprivate static var acts: [Column] {
    [
      Column("act", Phrase("ACT", "操作")) { .text($0.id.description) },
      Column("at", Phrase("AT", "时间")) { .time($0.at) },
      Column("by", Phrase("BY", "操作人")) { .text($0.by) },
      Column("reason", Phrase("REASON", "原因")) { $0.reason.isEmpty ? .none : .text($0.reason) },
    ]
  }
}
