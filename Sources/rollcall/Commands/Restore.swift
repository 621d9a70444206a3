import ArgumentParser
import SQLiteEngine
import SessionCore
import SessionStore

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the place of the database.",
    discussion: """
      The database changes at once and whole; programs that have it open go on with what was restored. What was there
      before is kept beside it. Everybody has to log in again, because sessions may have been ended since the backup;
      --keep-sessions lets those of the backup go on.

      Example: rollcall restore /var/backups/rollcall-monday.db
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The backup.") var file: String
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Let the sessions of the backup go on, those that have ended since as well.") var keepSessions = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let path = try options.file(
      instead: Phrase(
        "'mariadb' reads a dump back, 'mariadb-backup' a copy, and 'rollcall move' copies a file's database there.",
        "可用“mariadb”读回转储、用“mariadb-backup”恢复备份，或用“rollcall move”把文件中的数据库复制过去。"))
    // Without its key the backup could not be used.
    let restoration = Restoration(
      backup: file, database: path, keepsSessions: keepSessions, keys: try KeyRing(file: options.keyPath()))
    try restoration.check()
    if !yes {
      try Confirmation.ask(
        Phrase("Replace the database \(path) by \(file)?", "用 \(file) 替换数据库 \(path)？"))
    }
    let outcome = try restoration.run(at: Clock.system.now())
    let store = SQLStore(try SQLiteConnection(path: path))
    try store.requireCurrentSchema()
    if !format.isForPeople {
      try Report([
        Report.Field("database", Phrase("database", "数据库"), .text(path)),
        Report.Field("file", Phrase("file", "文件"), .text(file)),
        Report.Field("kept", Phrase("kept", "保留"), Cell(outcome.kept)),
        Report.Field("migrations", Phrase("migrations", "升级步骤"), .texts(outcome.steps)),
        Report.Field("sessions_kept", Phrase("sessions kept", "保留会话"), .flag(keepSessions)),
      ]).write(format)
    }
    Narration.say(Phrase("The database \(path) is what \(file) was.", "数据库 \(path) 已恢复为 \(file)。"))
    if let kept = outcome.kept {
      Narration.say(Phrase("What was there before is \(kept).", "原数据库保存为 \(kept)。"))
    }
    if !keepSessions {
      Narration.say(Phrase("Everybody has to log in again.", "所有人需要重新登录。"))
    }
  }
}
