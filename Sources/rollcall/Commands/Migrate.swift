import ArgumentParser
import SQLiteEngine
import SessionCore
import SessionStore

struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring an older database up to date.",
    discussion: """
      All steps are one transaction. Before it, the database is copied beside itself, so that the older programs can be
      gone back to. On MariaDB each step is for good, and the copy is yours to make: --no-backup says that there is one.

      Example: rollcall migrate --dry-run
      """)

  @OptionGroup var options: DatabaseOptions
  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @Flag(help: "Make no copy before.") var noBackup = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let database = try options.address()
    let connection = try database.connect(.readWrite)
    let store = SQLStore(connection)
    guard let version = try store.schemaVersion() else { throw connection.error(.notSetUp, "") }
    let pending = try store.pendingMigrations()
    let keys = try KeyRing(file: options.keyPath())
    var kept: String?
    if !dryRun {
      if !pending.isEmpty, !noBackup { kept = try copy(database, connection) }
      _ = try store.migrate()
      let service = SessionService(store: store, keys: keys)
      try service.adoptKey(isOlder: true)
      try service.requireKey()
      if let connection = connection as? SQLiteConnection { try ensureWriteAheadLog(connection) }
    }
    if !format.isForPeople {
      try Report([
        Report.Field("database", Phrase("database", "数据库"), .text(database.name)),
        Report.Field("from", Phrase("from", "原版本"), .number(Int64(version))),
        Report.Field("to", Phrase("to", "新版本"), .number(Int64(SQLStore.currentVersion))),
        Report.Field("steps", Phrase("steps", "步骤"), .texts(pending)),
        Report.Field("kept", Phrase("kept", "保留"), Cell(kept)),
        Report.Field("dry_run", Phrase("dry run", "仅试运行"), .flag(dryRun)),
      ]).write(format)
    }
    say(database.name, pending, kept)
  }

  /// Copies what is there.
  ///
  /// - Returns: the copy's path.
  /// - Throws: ``CommandFailure`` for a server's database, which is not copied from here; ``SessionCore/StoreError``.
  private func copy(_ database: DatabaseAddress, _ connection: any Connection) throws -> String {
    guard case .sqlite(let path) = database, let connection = connection as? SQLiteConnection else {
      throw CommandFailure(
        .refused,
        Phrase(
          """
          No copy of \(database.name) can be made from here: make one with 'mariadb-dump --single-transaction' or \
          'mariadb-backup', then give --no-backup.
          """,
          "无法从此处备份 \(database.name)：请先用“mariadb-dump --single-transaction”或“mariadb-backup”备份，再加上 --no-backup。"))
    }
    let kept = Files.free("\(path).before-migration-\(Clock.system.now().forFileName)")
    _ = try DatabaseCopy(path: kept).write(connection)
    return kept
  }

  private func say(_ name: String, _ steps: [String], _ kept: String?) {
    for step in steps {
      Narration.say(
        dryRun
          ? Phrase("Would be done: \(step).", "将执行：\(step)。")
          : Phrase("The schema has now: \(step).", "数据库结构已包含：\(step)。"))
    }
    if let kept { Narration.say(Phrase("What was there before is \(kept).", "原数据库保存为 \(kept)。")) }
    if steps.isEmpty || !dryRun {
      Narration.say(Phrase("The database \(name) is up to date.", "数据库 \(name) 已是最新。"))
    }
  }

  /// Logins must not wait for readers: a database that was copied by other means may have lost that.
  private func ensureWriteAheadLog(_ connection: SQLiteConnection) throws {
    var mode = ""
    try connection.query("PRAGMA journal_mode", []) { mode = $0.text(0) }
    guard mode != "wal" else { return }
    try connection.enableWriteAheadLog()
    Narration.say(Phrase("Write-ahead logging is on again.", "已重新启用预写日志。"))
  }
}
