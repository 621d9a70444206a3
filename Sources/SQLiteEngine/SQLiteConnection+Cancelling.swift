import CSQLite
import SessionCore

// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

extension SQLiteConnection {
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
