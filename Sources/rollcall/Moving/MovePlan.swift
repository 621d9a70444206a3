import SessionCore
import SessionStore

/// What a move would do, found out without a change.
struct MovePlan {
  let places: MovePlaces
  let keys: MoveKeys

  /// - Throws: ``CommandFailure``, ``SessionStore/MoveError``, ``SessionCore/StoreError``: what a move would fail with.
  func write(_ format: OutputFormat) throws {
    // Nothing is written; but what a killed program has left in SQLite's log is taken into the file by whoever opens it,
    // and a reader alone may not.
    let source = try MovePlaces.open(places.source)
    var stage = Move.Stage.new
    var rows = 0
    if places.targetIsMissing {
      try SQLStore(source).requireCurrentSchema()
      rows = try Move(from: source, to: source).countRows()
    } else {
      let move = Move(from: source, to: try MovePlaces.open(places.target))
      stage = try move.look()
      rows = try move.countRows()
    }
    if stage != .retired, stage != .done { try keys.check(source) }
    if !format.isForPeople {
      try Report([
        Report.Field("from", Phrase("from", "源"), .text(places.source.name)),
        Report.Field("to", Phrase("to", "目标"), .text(places.target.name)),
        Report.Field("stage", Phrase("stage", "阶段"), .text(stage.rawValue)),
        Report.Field("rows", Phrase("rows", "行数"), .number(Int64(rows))),
        Report.Field("dry_run", Phrase("dry run", "仅试运行"), .flag(true)),
      ]).write(format)
    }
    Narration.say(
      stage == .new
        ? Phrase("Would be copied: \(rows) rows.", "将复制 \(rows) 行。")
        : Phrase(
          "The move goes on from the stage '\(stage.rawValue)'; the source has \(rows) rows.",
          "迁移将从阶段“\(stage.rawValue)”继续；源数据库有 \(rows) 行。"))
  }
}
