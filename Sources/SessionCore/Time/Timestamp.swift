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
    let (date, second) = (utc, secondOfDay)
    let numbers = [
      date.year / 100, date.year % 100, date.month, date.day, second / 3600, second / 60 % 60, second % 60,
    ]
    guard (0..<10_000).contains(date.year) else {
      return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(timeOfDay)Z"
    }
    // Digit by digit: every check of a session says when its user logged in.
    return String(unsafeUninitializedCapacity: 20) { text in
      var end = 0
      for (number, mark) in zip(numbers, "\0--T::Z".utf8) {
        text[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        text[end + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
        text[end + 2] = mark
        end += mark == 0 ? 2 : 3
      }
      return end
    }
  }

  /// Hours, minutes and seconds in UTC: `14:03:22`.
  public var timeOfDay: String {
    let second = secondOfDay
    return "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
  }

  private var seconds: Int64 { milliseconds.flooring(by: 1000) }
  private var secondOfDay: Int64 { seconds - seconds.flooring(by: 86_400) * 86_400 }

  /// The date in the Gregorian calendar. Reckoned here: the C library would first read the time zone's file, which a
  /// program that lives for a millisecond and speaks UTC alone does not need.
  private var utc: (year: Int64, month: Int64, day: Int64) {
    // Days from 0000-03-01: a leap day is then the last of its year, and 400 years are 146,097 days.
    let days = seconds.flooring(by: 86_400) + 719_468
    let era = days.flooring(by: 146_097)
    let day = days - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (era * 400 + year + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private func padded(_ number: Int64, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  /// The quotient rounded down, for moments before 1970 as well.
  fileprivate func flooring(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
