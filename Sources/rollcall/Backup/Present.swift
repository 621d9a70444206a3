import SQLiteEngine
import SessionCore
import SessionStore

/// The database that a backup is to replace.
struct Present {
  /// Whether there is a file.
  let isThere: Bool
  /// The database; nil when there is none, or the file is so damaged that SQLite does not write over it.
  let connection: SQLiteConnection?
  /// Since when sessions count, for everybody, in milliseconds; 0 when that is not set or cannot be read.
  let notBefore: Int64

  /// - Throws: ``SessionCore/StoreError`` when it is there but cannot be opened, or is in use.
  init(_ path: String) throws {
    isThere = Files.exists(path)
    guard isThere else {
      connection = nil
      notBefore = 0
      return
    }
    let connection = try SQLiteConnection(path: path)
    do {
      guard try connection.number("PRAGMA page_size") == 4096, try connection.number("PRAGMA page_count") > 0 else {
        self.connection = nil
        notBefore = 0
        return
      }
      let hasSettings = try connection.hasTable("settings")
      notBefore =
        hasSettings
        ? try connection.number("SELECT coalesce(max(value), 0) FROM settings WHERE name = 'not_before'") : 0
      self.connection = connection
    } catch let error as StoreError where error.kind == .corrupt || error.kind == .other {
      self.connection = nil
      notBefore = 0
    }
  }
}
