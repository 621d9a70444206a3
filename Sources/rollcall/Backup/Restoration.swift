import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

/// Puts a backup in the place of a database: all of it at once, or nothing.
///
/// What is restored is made ready beside the database first: copied, brought up to date, its sessions ended. Only then
/// does the database change, in one transaction, so that no moment shows sessions that had ended since the backup.
struct Restoration {
  let backup: String
  let database: String
  let keepsSessions: Bool
  let keys: KeyRing
  private var staging: String { database + ".restoring" }

  /// What came of it.
  struct Outcome {
    /// Where the database that was there is kept; nil when there was none.
    let kept: String?
    /// The migrations that the backup still needed.
    let steps: [String]
  }

  /// Makes sure that the backup can be used at all, before anything changes.
  ///
  /// - Throws: ``CommandFailure`` that says why not.
  func check() throws {
    guard Files.exists(backup) else {
      throw CommandFailure(.refused, Phrase("There is no file \(backup).", "文件 \(backup) 不存在。"))
    }
    guard !Files.isSame(backup, database) else {
      throw CommandFailure(
        .refused, Phrase("\(backup) is the database itself.", "\(backup) 就是数据库本身。"))
    }
    do {
      let source = try SQLiteConnection(path: backup, mode: .readOnly)
      let version = try SQLStore(source).schemaVersion()
      guard version != nil else { throw refusal("is no database of Rollcall", "不是 Rollcall 的数据库") }
      _ = try SQLStore(source).pendingMigrations()
      guard try source.isWhole() else { throw refusal("is damaged", "已损坏") }
    } catch let error as StoreError where error.kind == .corrupt {
      throw refusal("is damaged or no database", "已损坏或不是数据库")
    } catch let error as StoreError where error.kind == .newer {
      throw refusal("is of a newer Rollcall than this program", "由较新版本的 Rollcall 创建")
    }
  }

  /// Does it.
  ///
  /// - Throws: ``CommandFailure``, ``SessionCore/StoreError``. The database is then as it was.
  func run(at now: Timestamp) throws -> Outcome {
    Files.remove(staging)
    defer { Files.remove(staging) }
    let present = try Present(database)
    let steps = try prepare(at: now, notBefore: present.notBefore)
    let kept = Files.free("\(database).before-restore-\(now.forFileName)")
    if let connection = present.connection {
      _ = try DatabaseCopy(path: kept, isChecked: false).write(connection)
      try copyStaging(to: connection)
    } else {
      try replace(keeping: present.isThere ? kept : nil)
    }
    return Outcome(kept: present.isThere ? kept : nil, steps: steps)
  }

  /// The backup beside the database, up to date, and marked.
  private func prepare(at now: Timestamp, notBefore: Int64) throws -> [String] {
    let source = try SQLiteConnection(path: backup, mode: .readOnly)
    let copy = try SQLiteConnection(path: staging, mode: .create)
    let progress = CopyProgress(backup)
    defer { progress.end() }
    try source.copy(to: copy) { progress.show($0, of: $1) }
    // SQLite copies over an open database only what has its size of pages.
    try copy.run("PRAGMA journal_mode=DELETE", [])
    try copy.run("PRAGMA page_size=4096", [])
    if try copy.number("PRAGMA page_size") != 4096 { try copy.run("VACUUM", []) }
    let store = SQLStore(copy)
    let steps = try store.migrate()
    // A backup that was taken while the database was moved.
    try Move.forget(in: copy)
    // Sessions that have ended since must not come back. What the database that is replaced has refused to everybody
    // stays refused, and a clock that went wrong makes no session of the backup newer than now.
    let newest = keepsSessions ? 0 : try copy.number("SELECT coalesce(max(authenticated_at), 0) + 1 FROM sessions")
    try SessionService(store: store, keys: keys).takeOver(
      floor: Timestamp(milliseconds: max(notBefore, newest)), keepsSessions: keepsSessions, by: .operator,
      reason: backup)
    return steps
  }

  /// Into the database that is open elsewhere, too: who has it open goes on with what was restored.
  private func copyStaging(to live: SQLiteConnection) throws {
    let source = try SQLiteConnection(path: staging, mode: .readOnly)
    let progress = CopyProgress(database)
    defer { progress.end() }
    try source.copy(to: live) { progress.show($0, of: $1) }
    // Nothing of what was replaced stays in the log; somebody who reads it just now is no reason to fail.
    _ = try? live.truncateLog()
  }

  /// Where nothing is there that SQLite could write over.
  private func replace(keeping kept: String?) throws {
    do {
      let copy = try SQLiteConnection(path: staging)
      try copy.enableWriteAheadLog()
    }
    // Whom the directory belongs to uses the database.
    if geteuid() == 0, let owner = Files.status(of: Files.directory(of: database)) {
      chown(staging, owner.st_uid, owner.st_gid)
    }
    try Files.sync(staging)
    if let kept {
      for suffix in ["", "-wal"] where Files.exists(database + suffix) {
        guard rename(database + suffix, kept + suffix) == 0 else { throw Files.failure(kept + suffix) }
      }
      unlink(database + "-shm")
    }
    guard rename(staging, database) == 0 else { throw Files.failure(database) }
    try Files.sync(Files.directory(of: database))
  }

  private func refusal(_ english: String, _ chinese: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "\(backup) \(english): nothing was changed. Take another backup.", "\(backup) \(chinese)：未做任何更改。请使用其他备份。"))
  }
}
