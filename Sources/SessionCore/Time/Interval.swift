/// A length of time in whole milliseconds.
public struct Interval: Hashable, Comparable, Sendable {
  /// The length in milliseconds.
  public var milliseconds: Int64

  /// Makes a length from `milliseconds`.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A length of `count` seconds.
  public static func seconds(_ count: Int64) -> Interval { Interval(milliseconds: count * 1000) }
  /// A length of `count` minutes.
  public static func minutes(_ count: Int64) -> Interval { .seconds(count * 60) }
  /// A length of `count` hours.
  public static func hours(_ count: Int64) -> Interval { .minutes(count * 60) }
  /// A length of `count` days.
  public static func days(_ count: Int64) -> Interval { .hours(count * 24) }

  /// Shorter lengths are smaller.
  public static func < (left: Interval, right: Interval) -> Bool { left.milliseconds < right.milliseconds }
}

extension Interval {
  /// Reads a length as people write it: a whole number and one of `s`, `m`, `h`, `d`, such as `30m`.
  ///
  /// Returns nil for anything else, for zero, and for more than ten years.
  public init?(text: String) {
    guard let unit = text.last, text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int64(text.dropLast()), count > 0, count < 400_000_000
    else { return nil }
    switch unit {
    case "s": self = .seconds(count)
    case "m": self = .minutes(count)
    case "h": self = .hours(count)
    case "d": self = .days(count)
    default: return nil
    }
    guard self <= .days(3653) else { return nil }
  }

  /// The length in the coarsest one or two units that stay true, rounded down: `<1m`, `29m`, `2h 11m`, `6d`.
  public var coarse: String {
    let minutes = max(0, milliseconds) / 60_000
    switch minutes {
    case 0: return "<1m"
    case ..<60: return "\(minutes)m"
    case ..<(24 * 60):
      return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes / 60)h \(minutes % 60)m"
    default: return "\(minutes / (24 * 60))d"
    }
  }

  /// The length as ``init(text:)`` reads it, to the second: `30m`, `90s`, `7d`.
  public var setting: String {
    let seconds = milliseconds / 1000
    for (unit, name) in [(Int64(86_400), "d"), (3600, "h"), (60, "m")] where seconds % unit == 0 && seconds > 0 {
      return "\(seconds / unit)\(name)"
    }
    return "\(seconds)s"
  }

  /// The same for what is running out: the last minute is counted in seconds, because somebody watches it.
  public var remaining: String {
    milliseconds < 60_000 ? "\(max(0, milliseconds) / 1000)s" : coarse
  }
}
