import ArgumentParser
import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the database into a file, while logins go on.",
    discussion: """
      The copy is what the database was at one moment, checked before it is said to be done, and readable by its owner
      alone. The key is not in it, and without the key its sessions are worth nothing: keep a copy of the key file apart.

      Example: rollcall backup /var/backups/rollcall-monday.db
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The file to make.") var file: String
  @Flag(help: "Replace the file if it is there.") var force = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let path = try options.file(
      instead: Phrase(
        """
        'mariadb-dump --single-transaction' or 'mariadb-backup' copies it while logins go on, and 'rollcall move' copies \
        it into a file.
        """, "可用“mariadb-dump --single-transaction”或“mariadb-backup”在登录进行时备份，或用“rollcall move”复制到文件。"))
    try refuseTheDatabaseItself(path)
    guard force || !Files.exists(file) else { throw DatabaseCopy.exists(file) }
    // It holds nothing that a login waits for, but it would take its turns at the processor.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    let connection = try SQLiteConnection(path: path)
    guard let version = try SQLStore(connection).schemaVersion() else { throw connection.error(.notSetUp, "") }
    let size = try DatabaseCopy(path: file, isReplacing: force).write(connection)
    if !format.isForPeople {
      try Report([
        Report.Field("database", Phrase("database", "数据库"), .text(path)),
        Report.Field("file", Phrase("file", "文件"), .text(file)),
        Report.Field("bytes", Phrase("bytes", "字节"), .number(size)),
        Report.Field("schema_version", Phrase("schema version", "结构版本"), .number(Int64(version))),
      ]).write(format)
    }
    Narration.say(Phrase("\(file) is done: \(size) bytes, checked.", "\(file) 已完成：\(size) 字节，已校验。"))
    let key = try options.keyPath()
    Narration.say(
      Phrase("The key \(key) is not in it: keep a copy of that file apart.", "其中不含密钥 \(key)：请另行保存该文件的副本。"))
  }

  /// `--force` must not turn a copy into a loss.
  private func refuseTheDatabaseItself(_ path: String) throws {
    let own = try [path, path + "-wal", path + "-shm", path + "-journal", options.keyPath()]
    if let status = Files.status(of: file), status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(
        .refused, Phrase("\(file) is a directory: name a file in it.", "\(file) 是目录：请指定其中的文件名。"))
    }
    guard !own.contains(file), !own.contains(where: { Files.isSame($0, file) }) else {
      throw CommandFailure(
        .refused,
        Phrase("\(file) belongs to the database itself: name another file.", "\(file) 属于数据库本身：请另取文件名。"))
    }
  }
}
