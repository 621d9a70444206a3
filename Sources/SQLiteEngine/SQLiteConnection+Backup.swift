import CSQLite
import SessionCore

extension SQLiteConnection {
  /// Makes `target` the same as this database is at this moment, by SQLite's backup interface.
  ///
  /// Others go on reading and writing meanwhile; what they write from now on is not copied, and no transaction is copied
  /// in part. `target` changes in one transaction: whoever has it open sees all of it or nothing, and when the program is
  /// killed in the middle, nothing has happened.
  ///
  /// - Parameters:
  ///   - target: what is overwritten.
  ///   - isNew: whether `target` is a file that nobody has yet: then whoever made it sees to it that it gets to disk.
  ///   - pagesAtOnce: after how many pages `progress` is told.
  ///   - progress: is told how many pages are copied and how many there are; what it throws ends the copy.
  /// - Throws: ``SessionCore/StoreError`` about the database that fails.
  public func copy(
    to target: SQLiteConnection, isNew: Bool = false, pagesAtOnce: Int = 64,
    progress: (_ copied: Int, _ total: Int) throws -> Void
  ) throws {
    try target.run(isNew ? "PRAGMA synchronous=OFF" : "PRAGMA synchronous=FULL", [])
    // What is written meanwhile stays in the log until the moment is let go. No login has to move all of it then.
    try keepingLog { try copyMoment(to: target, pagesAtOnce, progress) }
  }

  private func copyMoment(
    to target: SQLiteConnection, _ pagesAtOnce: Int, _ progress: (_ copied: Int, _ total: Int) throws -> Void
  ) throws {
    // The read transaction holds one moment still: without it SQLite begins anew whenever somebody else writes.
    try snapshot {
      try query("SELECT 1 FROM sqlite_schema LIMIT 1", []) { _ in }
      guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
        throw target.failure(sqlite3_extended_errcode(target.handle))
      }
      var code = SQLITE_OK
      do {
        while code == SQLITE_OK {
          code = sqlite3_backup_step(backup, Int32(pagesAtOnce))
          let total = Int(sqlite3_backup_pagecount(backup))
          try progress(total - Int(sqlite3_backup_remaining(backup)), total)
        }
      } catch {
        sqlite3_backup_finish(backup)
        throw error
      }
      let outcome = sqlite3_backup_finish(backup)
      guard code == SQLITE_DONE, outcome == SQLITE_OK else {
        throw target.error(target.kind(of: outcome == SQLITE_OK ? code : outcome), Self.message(code))
      }
    }
  }

  private static func message(_ code: Int32) -> String { String(cString: sqlite3_errstr(code)) }

  /// Whether SQLite finds the database in order (`quick_check`: everything but that indexes and tables agree).
  ///
  /// - Throws: ``SessionCore/StoreError`` when it cannot be read at all.
  public func isWhole() throws -> Bool {
    var answer = ""
    try query("PRAGMA quick_check(1)", []) { answer = $0.text(0) }
    return answer == "ok"
  }
}
