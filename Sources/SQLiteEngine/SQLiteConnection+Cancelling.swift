import CSQLite
import SessionCore

extension SQLiteConnection {
  /// Runs `body`, whose statements end as soon as `cancellation` is cancelled, from whatever thread.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: ``SessionCore/StoreError`` of the kind `interrupted`, and what `body` throws.
  public func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    let outer = self.cancellation
    self.cancellation = cancellation
    defer { self.cancellation = outer }
    // The one call that SQLite allows from another thread, for as long as the connection is open: which it is while it
    // reads. It stops the statement that runs; between two of them, the next is not begun.
    nonisolated(unsafe) let handle = handle
    return try cancellation.whileReading(stop: { sqlite3_interrupt(handle) }, body)
  }
}
