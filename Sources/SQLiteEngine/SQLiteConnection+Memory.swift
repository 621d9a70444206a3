extension SQLiteConnection {
  /// Makes ready for a great many rows: 128 MiB of memory for pages, and the log goes into the database after 64 MiB
  /// rather than after every batch. Others are served as before.
  ///
  /// - Throws: ``SessionCore/StoreError`` when the database cannot be read.
  public func prepareForBulk() throws {
    for pragma in ["PRAGMA cache_size=-131072", "PRAGMA wal_autocheckpoint=16384"] { try run(pragma, []) }
  }

  /// Makes ready for a program that stays open beside others: it keeps half a MiB of pages, however large the database
  /// is. The system keeps the rest, for everybody.
  ///
  /// - Throws: ``SessionCore/StoreError`` when the database cannot be read.
  public func prepareForStaying() throws { try run("PRAGMA cache_size=-512", []) }
}
