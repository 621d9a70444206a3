import Dispatch
import Synchronization

/// Makes things on a thread of its own, a few ahead of whoever takes them.
final class MadeAhead<Element: Sendable>: Sendable {
  private let room: DispatchSemaphore
  private let made = DispatchSemaphore(value: 0)
  private let waiting = Mutex<[Result<Element?, any Error>]>([])
  private let isStopped = Atomic<Bool>(false)
  private let queue = DispatchQueue(label: "rollcall.made-ahead", qos: .userInitiated)

  /// Begins to make things, until `make` has no more.
  ///
  /// - Parameters:
  ///   - depth: how many wait at the most.
  ///   - make: makes the next; nil after the last.
  init(depth: Int = 4, _ make: @escaping @Sendable () throws -> Element?) {
    room = DispatchSemaphore(value: 0)
    for _ in 0..<depth { room.signal() }
    queue.async { [self] in
      while true {
        room.wait()
        guard !isStopped.load(ordering: .acquiring) else { return }
        let next = Result { try make() }
        waiting.withLock { $0.append(next) }
        made.signal()
        guard case .success(.some) = next else { return }
      }
    }
  }

  /// Takes the next; nil after the last. Not asked again after that.
  ///
  /// - Throws: what making it throws.
  func next() throws -> Element? {
    made.wait()
    defer { room.signal() }
    return try waiting.withLock { $0.removeFirst() }.get()
  }

  /// Makes no more, and waits for what is being made.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    room.signal()
    queue.sync {}
  }
}
