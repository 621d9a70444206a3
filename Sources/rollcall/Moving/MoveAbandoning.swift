import SessionCore
import SessionStore

/// Gives a move up.
struct MoveAbandoning {
  let source: DatabaseAddress
  let keys: MoveKeys

  /// - Throws: ``CommandFailure`` when nothing is closed; ``SessionCore/StoreError``.
  func run(_ format: OutputFormat, isDryRun: Bool) throws {
    let database = try MovePlaces.open(source)
    let wasClosed =
      try isDryRun
      ? Move.isClosed(database)
      : Move.abandon(database) { try keys.service(database).noteMove("gave the move up", by: .operator) }
    if !format.isForPeople {
      try Report([
        Report.Field("database", Phrase("database", "数据库"), .text(source.name)),
        Report.Field("was_closed", Phrase("was closed", "曾关闭"), .flag(wasClosed)),
        Report.Field("dry_run", Phrase("dry run", "仅试运行"), .flag(isDryRun)),
      ]).write(format)
    }
    guard wasClosed else {
      throw CommandFailure(
        .nothingMatched,
        Phrase("\(source.name) is not closed: there is nothing to give up.", "\(source.name) 并未关闭：没有需要放弃的迁移。"))
    }
    Narration.say(
      isDryRun
        ? Phrase("Would be done: \(source.name) takes changes again.", "将执行：\(source.name) 恢复接受更改。")
        : Phrase(
          "\(source.name) takes changes again. The copy is of no use until a move begins anew.",
          "\(source.name) 已恢复接受更改。在重新迁移之前，副本不可使用。"))
  }
}
