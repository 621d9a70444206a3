/// How far back an overview looks. Its slots are as long as a clock's face divides it, so that their times are round.
public enum OverviewSpan: String, Sendable, CaseIterable {
  /// An hour, minute by minute.
  case hour = "1h"
  /// Six hours, five minutes by five minutes.
  case quarter = "6h"
  /// A day, half hour by half hour.
  case day = "24h"
  /// A week, three hours by three hours.
  case week = "7d"

  /// How long it is.
  public var length: Interval {
    switch self {
    case .hour: .hours(1)
    case .quarter: .hours(6)
    case .day: .hours(24)
    case .week: .days(7)
    }
  }

  /// How long one of its slots is.
  public var slot: Interval {
    switch self {
    case .hour: .minutes(1)
    case .quarter: .minutes(5)
    case .day: .minutes(30)
    case .week: .hours(3)
    }
  }

  /// How many slots it has.
  public var count: Int { Int(length.milliseconds / slot.milliseconds) }

  /// When its slots begin, the oldest first; the last of them holds `now`.
  public func starts(at now: Timestamp) -> [Timestamp] {
    let last = now.milliseconds - now.milliseconds % slot.milliseconds
    return (0..<count).reversed().map { Timestamp(milliseconds: last - Int64($0) * slot.milliseconds) }
  }
}
