import CSQLite
import SessionCore

extension SQLiteConnection {
  /// After how many of its steps a statement looks whether it is still wanted: a fraction of a millisecond.
  private static let steps: Int32 = 10_000

  /// Runs `body`, whose statements end as soon as `cancellation` is cancelled, from whatever thread.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: ``SessionCore/StoreError`` of the kind `interrupted`, and what `body` throws.
  public func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    let outer = self.cancellation
    watch(cancellation)
    defer { watch(outer) }
    // The one call that SQLite allows from another thread, for as long as the connection is open: which it is while it
    // reads. It stops the statement that runs; between two of them, the next is not begun.
    nonisolated(unsafe) let handle = handle
    return try cancellation.whileReading(stop: { sqlite3_interrupt(handle) }, body)
  }

  /// Lets statements look themselves whether they are wanted: SQLite forgets an interrupt that comes while none runs, such
  /// as just before the first step.
  private func watch(_ cancellation: ReadCancellation?) {
    self.cancellation = cancellation
    guard let cancellation else {
      sqlite3_progress_handler(handle, 0, nil, nil)
      return
    }
    // The connection keeps it alive for as long as it is watched.
    sqlite3_progress_handler(
      handle, Self.steps,
      { pointer in
        guard let pointer else { return 0 }
        return Unmanaged<ReadCancellation>.fromOpaque(pointer).takeUnretainedValue().isCancelled ? 1 : 0
      }, Unmanaged.passUnretained(cancellation).toOpaque())
  }
}
