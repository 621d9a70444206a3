import Synchronization

/// Numbers pieces of work: what stops one never stops the next, and the next never lets one go on that was stopped.
final class Turns: Sendable {
  private let begun = Atomic<Int>(0)
  private let stopped = Atomic<Int>(0)

  /// Begins a piece of work, whenever it is then done.
  ///
  /// - Returns: its number.
  func begin() -> Int { begun.add(1, ordering: .sequentiallyConsistent).newValue }

  /// Stops all that began until now.
  func stop() { stopped.store(begun.load(ordering: .sequentiallyConsistent), ordering: .sequentiallyConsistent) }

  /// Whether a piece of work should go on.
  func isWanted(_ turn: Int) -> Bool { stopped.load(ordering: .sequentiallyConsistent) < turn }
}
