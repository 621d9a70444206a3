import CSQLite

extension SQLiteConnection {
  /// Looks after the log itself after each commit.
  func lookAfterLog() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().committed(leaving: Int(pages))
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func committed(leaving pages: Int) {
    if pages < log.pages { log.moved = 0 }
    log.pages = pages
    // Who changes many rows moves the log between two batches, when nobody waits for that.
    guard keeper == nil, pages >= LogLength.short, !LogKeeper.isAbout(path) else { return }
    moveLog()
  }

  /// Moves what can be moved of the log into the database, while others read and write. The next commit begins the log
  /// anew if all of it was moved and nobody reads from it.
  func moveLog() {
    // What others append meanwhile is little, and moved at once: the log begins anew only when nothing is left.
    for _ in 0..<(keeper == nil ? 1 : 3) {
      var (pages, moved): (Int32, Int32) = (0, 0)
      guard sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, &pages, &moved) == SQLITE_OK else {
        return
      }
      (log.pages, log.moved) = (max(0, Int(pages)), max(0, Int(moved)))
      if pages == moved { return }
    }
  }

  /// Begins the log anew unless somebody reads from it just now; never waits for a reader while writers wait.
  func restartLog() {
    isPatient = false
    defer { isPatient = true }
    if sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_RESTART, nil, nil) == SQLITE_OK { log = LogLength() }
  }
}
