import SessionCore

/// Why a database cannot be moved to another.
public enum MoveError: Error, Hashable {
  /// The target has tables of another program.
  case foreign
  /// The target is in use: it has rows of its own.
  case inUse
  /// The target is a copy that another move began.
  case otherMove
  /// The target was moved away itself.
  case targetWasMoved
  /// The source is closed for a move to another target.
  case closedForAnother
  /// The source is not closed, or the target not found equal to it yet.
  case notClosed
  /// The source's account may not make the triggers that close it.
  case cannotClose(StoreError)
  /// A row that the target does not take.
  case row(table: String, reason: String)
  /// Tables that are not equal, although nobody should write to either.
  case differs([String])

  /// What is wrong and what to do.
  public var phrase: Phrase {
    switch self {
    case .foreign:
      Phrase(
        "The target holds another program's tables: name a database of its own for Rollcall.",
        "目标数据库含有其他程序的表：请为 Rollcall 指定单独的数据库。")
    case .inUse:
      Phrase(
        "The target is in use: it has users, sessions or a log of its own. Name an empty one.",
        "目标数据库正在使用：其中已有用户、会话或日志。请指定空的数据库。")
    case .otherMove:
      Phrase(
        "The target is the copy of another move: name an empty one, or remove what is in it.",
        "目标数据库是另一次迁移的副本：请指定空的数据库，或先清空它。")
    case .targetWasMoved:
      Phrase(
        "The target was itself moved elsewhere: name an empty one.", "目标数据库本身已被迁移：请指定空的数据库。")
    case .closedForAnother:
      Phrase(
        "The source is closed for a move to another target: name that one, or run 'rollcall move --abandon'.",
        "源数据库正为另一目标的迁移而关闭：请指定那个目标，或运行“rollcall move --abandon”。")
    case .notClosed:
      Phrase("The copy is not known to be equal yet: run 'rollcall move' again.", "尚未确认副本一致：请再次运行“rollcall move”。")
    case .cannotClose(let error):
      Phrase(
        "The source cannot be closed to changes: \(error.detail). Its account needs the privilege TRIGGER, and with a binary log or Galera log_bin_trust_function_creators=1.",
        "无法使源数据库停止接受更改：\(error.detail)。其账户需要 TRIGGER 权限；启用二进制日志或 Galera 时还需 log_bin_trust_function_creators=1。")
    case .row(let table, let reason):
      Phrase("The target does not take a row of the table \(table): \(reason).", "目标数据库不接受表 \(table) 中的一行：\(reason)。")
    case .differs(let tables):
      Phrase(
        "The copy is not equal in: \(tables.joined(separator: ", ")). Somebody writes to one of the databases: find out who, and run it again.",
        "以下表不一致：\(tables.joined(separator: "、"))。有程序正在写入其中一个数据库：请查明后再次运行。")
    }
  }
}
