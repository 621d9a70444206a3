extension Timestamp {
  /// Reads a moment in UTC as RFC 3339, section 5.6, writes it, or its beginning: `2026-11-22T14:03:22Z`,
  /// `2026-11-22T14:03`, `2026-11-22`. The `Z` may be left out; there is no other time zone.
  ///
  /// Returns nil for anything else, and for a day that no calendar has.
  public init?(text: String) {
    let text = text.hasSuffix("Z") || text.hasSuffix("z") ? String(text.dropLast()) : text
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first.flatMap({ Self.numbers($0, "-", widths: [4, 2, 2]) }), date.count == 3 else {
      return nil
    }
    var time: [Int64] = []
    if parts.count == 2 {
      guard let read = Self.numbers(parts[1], ":", widths: [2, 2, 2]), read.count >= 2 else { return nil }
      time = read
    }
    time += [0, 0, 0][time.count...]
    guard time[0] < 24, time[1] < 60, time[2] < 60 else { return nil }
    let days = Self.days(year: date[0], month: date[1], day: date[2])
    let moment = Timestamp(milliseconds: (((days * 24 + time[0]) * 60 + time[1]) * 60 + time[2]) * 1000)
    // The 31st of a month of 30 days is another day: what was read is what is said.
    guard moment.rfc3339.hasPrefix(String(parts[0])) else { return nil }
    self = moment
  }

  /// The numbers between `mark`, each of its width; nil when one is none.
  private static func numbers(_ text: Substring, _ mark: Character, widths: [Int]) -> [Int64]? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= widths.count else { return nil }
    let numbers = zip(parts, widths).compactMap { part, width -> Int64? in
      part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(part) : nil
    }
    return numbers.count == parts.count ? numbers : nil
  }

  /// Days from 1970-01-01 in the Gregorian calendar. A year begins in March here, so that a leap day is its last.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Timestamp {
  /// The moment to the minute, as ``init(text:)`` reads it: `2026-11-22T14:03`.
  public var minuteText: String { String(rfc3339.prefix(16)) }
}
