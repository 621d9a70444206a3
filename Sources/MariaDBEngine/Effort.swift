import Glibc
import SessionCore

/// How hard one read or one transaction has tried already: it decides whether to try again, and where.
struct Effort {
  /// How often what others do may get in the way…
  private static let conflictLimit = 5
  /// …unless that happened faster than this, in milliseconds…
  private static let patience: Int64 = 3000
  /// …and not even that often when each time took long: a lock is waited for five seconds.
  private static let end: Int64 = 9000

  private let began = Monotonic.milliseconds
  private var conflicts = 0
  /// Hosts that are not asked again.
  private(set) var excluded: Set<Int> = []
  private var secondChances: Set<Int> = []
  /// What the hosts that were lost said, in turn.
  private(set) var losses: [String] = []

  /// Waits after a conflict, longer each time and never as long as others who met the same one.
  ///
  /// - Returns: whether to try again.
  mutating func pauseAfterConflict() -> Bool {
    conflicts += 1
    let passed = Monotonic.milliseconds - began
    guard conflicts < Self.conflictLimit || passed < Self.patience, passed < Self.end else { return false }
    let longest = min(50, 5 << min(conflicts, 4))
    usleep(useconds_t(Int.random(in: 5...max(6, longest)) * 1000))
    return true
  }

  /// Notes that a host could not answer.
  ///
  /// - Parameters:
  ///   - host: which one.
  ///   - text: what was said.
  ///   - isOnlyConnection: whether it may be no more than this connection that is lost: then the host is asked once more,
  ///     on a new one.
  /// - Returns: whether the host is done with.
  mutating func lose(_ host: Int, _ text: String, isOnlyConnection: Bool) -> Bool {
    losses.append(text)
    if isOnlyConnection, secondChances.insert(host).inserted { return false }
    excluded.insert(host)
    return true
  }
}
