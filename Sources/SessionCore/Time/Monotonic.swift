import Glibc

/// The clock that nobody sets: for how long something takes, not for when it was.
public enum Monotonic {
  /// Nanoseconds since some moment.
  public static var nanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Milliseconds since the same moment.
  public static var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
