extension SQLiteConnection {
  /// Makes ready for a great many rows: 128 MiB of memory for pages, and the log goes into the database after 64 MiB
  /// rather than after every batch. Others are served as before.
  ///
  /// - Throws: ``SessionCore/StoreError`` when the database cannot be read.
  public func prepareForBulk() throws {
    for pragma in ["PRAGMA cache_size=-131072", "PRAGMA wal_autocheckpoint=16384"] { try run(pragma, []) }
  }
}
