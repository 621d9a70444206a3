import Foundation

/// Where two threads wait for each other, once each.
final class Meeting: @unchecked Sendable {
  private let condition = NSCondition()
  private var arrived: Set<Int> = []

  /// Waits until both have come; who comes a second time goes on.
  func arrive(once number: Int) {
    condition.withLock {
      guard arrived.insert(number).inserted else { return }
      condition.broadcast()
      while arrived.count < 2 { condition.wait() }
    }
  }
}
