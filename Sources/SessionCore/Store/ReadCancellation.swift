import Synchronization

/// A wish, of another thread, that a read stop.
///
/// ```swift
/// let cancellation = ReadCancellation()
/// // On the store's own thread:
/// let answer = try store.read(until: cancellation) { try service.sessionWindow(query, …) }
/// // On any other, as soon as nobody wants the answer any more:
/// cancellation.cancel()
/// ```
///
/// The read then throws ``StoreError`` of kind `interrupted`. Only what runs inside of ``Store/read(until:_:)`` is ever
/// stopped: nothing that changes the database belongs there.
public final class ReadCancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// Stops what runs now; nil while nothing does.
    var stop: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Makes one that nobody has cancelled.
  public init() {}

  /// Whether the read is no longer wanted.
  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops the read, or keeps it from beginning.
  public func cancel() {
    // Under the lock: an engine's connection is never told to stop once its read is over.
    state.withLock { state in
      state.isCancelled = true
      state.stop?()
    }
  }

  /// For engines: runs `body`, which `stop`, called on any thread, makes throw.
  public func whileReading<Result>(stop: @escaping @Sendable () -> Void, _ body: () throws -> Result) rethrows -> Result
  {
    state.withLock { $0.stop = stop }
    defer { state.withLock { $0.stop = nil } }
    return try body()
  }
}
