import Glibc

/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch.
  public var milliseconds: Int64

  /// Makes a moment from `milliseconds` since the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The moment before every other that the product meets: nothing has been refused "not before" it.
  public static let distantPast = Timestamp(milliseconds: 0)

  /// Earlier moments are smaller.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// The moment `interval` after `moment`.
  public static func + (moment: Timestamp, interval: Interval) -> Timestamp {
    Timestamp(milliseconds: moment.milliseconds + interval.milliseconds)
  }

  /// The moment `interval` before `moment`.
  public static func - (moment: Timestamp, interval: Interval) -> Timestamp {
    Timestamp(milliseconds: moment.milliseconds - interval.milliseconds)
  }

  /// How long after `earlier` the moment `later` is; negative when it is before.
  public static func - (later: Timestamp, earlier: Timestamp) -> Interval {
    Interval(milliseconds: later.milliseconds - earlier.milliseconds)
  }
}

extension Timestamp {
  /// The moment in UTC as RFC 3339 writes it, to the second: `2026-11-22T14:03:22Z`.
  public var rfc3339: String {
    let parts = utc
    return "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))T\(timeOfDay)Z"
  }

  /// Hours, minutes and seconds in UTC: `14:03:22`.
  public var timeOfDay: String {
    let parts = utc
    return "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))"
  }

  private var utc: tm {
    var seconds = time_t(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return parts
  }

  private func padded(_ number: Int32, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
