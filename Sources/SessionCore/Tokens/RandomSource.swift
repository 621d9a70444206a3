import CSodium
import Synchronization

/// Where unguessable bytes come from. Passed in everywhere, so that a test can choose them.
public struct RandomSource: Sendable {
  /// Gives as many random bytes as asked for.
  public var bytes: @Sendable (_ count: Int) -> [UInt8]

  /// Makes a source from what gives the bytes.
  public init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.bytes = bytes }

  /// The kernel's cryptographic generator, by libsodium (OWASP ASVS 5.0, 11.5.1).
  public static var system: RandomSource {
    RandomSource { count in
      var bytes = [UInt8](repeating: 0, count: count)
      randombytes_buf(&bytes, count)
      return bytes
    }
  }

  /// The same bytes, asked for many at a time: for who makes a great many secrets at once. What was given out is not kept.
  public func drawnAhead() -> RandomSource {
    let source = self
    let drawn = Drawn()
    return RandomSource { count in drawn.take(count, from: source) }
  }
}

/// Random bytes that wait to be given out, each once.
private final class Drawn: Sendable {
  private struct Store {
    var bytes: [UInt8] = []
    var next = 0
  }

  private let store = Mutex(Store())
  /// Bytes a draw.
  private static let draw = 64 * 1024

  func take(_ count: Int, from source: RandomSource) -> [UInt8] {
    guard count <= Self.draw else { return source.bytes(count) }
    return store.withLock { store in
      if store.next + count > store.bytes.count {
        store.bytes = source.bytes(Self.draw)
        store.next = 0
      }
      let range = store.next..<store.next + count
      store.next = range.upperBound
      let taken = Array(store.bytes[range])
      for index in range { store.bytes[index] = 0 }
      return taken
    }
  }
}
