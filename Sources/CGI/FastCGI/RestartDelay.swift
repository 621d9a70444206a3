import Glibc
import SessionCore

/// How long no worker is started, after one that failed at once: longer each time, up to a second. In milliseconds.
struct RestartDelay {
  private static let shortest: Int64 = 20
  private static let longest: Int64 = 1000
  /// Who has worked this long has not failed at once.
  private static let proven: Int64 = 2000

  private var length: Int64 = 0
  private var end: Int64 = 0

  /// Takes note of the end of a worker that was started at `start`.
  mutating func note(isFault: Bool, since start: Int64) {
    if isFault, Monotonic.milliseconds - start < Self.proven { extend() } else { length = 0 }
  }

  /// Waits longer than last time.
  mutating func extend() {
    length = min(max(length * 2, Self.shortest), Self.longest)
    end = Monotonic.milliseconds + length
  }

  /// What is left of it; nil when it is over.
  var rest: Int64? {
    let rest = end - Monotonic.milliseconds
    return rest > 0 ? rest : nil
  }
}
