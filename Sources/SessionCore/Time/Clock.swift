import Glibc

/// Where the present comes from. Passed in everywhere, so that a test can hold it still.
public struct Clock: Sendable {
  /// The present moment.
  public var now: @Sendable () -> Timestamp

  /// Makes a clock from what tells the present.
  public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  /// The system's clock, in UTC.
  public static var system: Clock {
    Clock {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
  }
}
