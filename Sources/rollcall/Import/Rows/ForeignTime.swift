import SessionCore

/// A moment as other systems write it: RFC 3339, what databases print, a date, or seconds or milliseconds since 1970.
/// Without a zone it is UTC.
enum ForeignTime {
  /// Whether a text says that there is none: MySQL writes zeros.
  static func isNone(_ text: String) -> Bool {
    text.isEmpty || text == "NULL" || text == "null" || text.hasPrefix("0000-00-00") || text == "0"
  }

  /// The moment; nil when the text is none, or one before 1970.
  static func read(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy(Byte.isDigit), (9...14).contains(bytes.count), let number = Int64(text) {
      return Timestamp(milliseconds: bytes.count <= 11 ? number * 1000 : number)
    }
    var scanner = Scanner(rest: bytes[...])
    guard let date = scanner.date() else { return nil }
    guard !scanner.rest.isEmpty else { return moment(date) }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "), let time = scanner.timeOfDay(),
      let zone = scanner.zone(), scanner.rest.isEmpty
    else { return nil }
    return moment(date + time - zone)
  }

  private static func moment(_ milliseconds: Int64) -> Timestamp? {
    milliseconds >= 0 ? Timestamp(milliseconds: milliseconds) : nil
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func number(_ digits: Int, in range: ClosedRange<Int64>) -> Int64? {
      guard rest.count >= digits, rest.prefix(digits).allSatisfy(Byte.isDigit) else { return nil }
      let number = rest.prefix(digits).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
      rest.removeFirst(digits)
      return range.contains(number) ? number : nil
    }

    /// Milliseconds from 1970 to the date.
    mutating func date() -> Int64? {
      guard let year = number(4, in: 1...9999), take("-"), let month = number(2, in: 1...12), take("-"),
        let day = number(2, in: 1...31)
      else { return nil }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard day <= lengths[Int(month) - 1] else { return nil }
      let before = year - 1
      let days = before * 365 + before / 4 - before / 100 + before / 400 + lengths.prefix(Int(month) - 1).reduce(0, +)
      // 719,162 days lie between the years 1 and 1970.
      return (days + day - 1 - 719_162) * 86_400_000
    }

    mutating func timeOfDay() -> Int64? {
      guard let hour = number(2, in: 0...23), take(":"), let minute = number(2, in: 0...59) else { return nil }
      var milliseconds = (hour * 60 + minute) * 60_000
      guard take(":") else { return milliseconds }
      guard let second = number(2, in: 0...60) else { return nil }
      milliseconds += second * 1000
      if take(".") || take(",") {
        let digits = rest.prefix { Byte.isDigit($0) }
        guard (1...9).contains(digits.count) else { return nil }
        let three = (Array(digits) + [48, 48, 48]).prefix(3)
        milliseconds += three.reduce(0) { $0 * 10 + Int64($1 - 48) }
        rest.removeFirst(digits.count)
      }
      return milliseconds
    }

    /// Milliseconds east of Greenwich.
    mutating func zone() -> Int64? {
      _ = take(" ")
      if rest.isEmpty || take("Z") || take("z") { return 0 }
      if rest.elementsEqual("UTC".utf8) {
        rest = []
        return 0
      }
      let sign: Int64
      if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
      guard let hours = number(2, in: 0...15) else { return nil }
      _ = take(":")
      let minutes = rest.isEmpty ? 0 : number(2, in: 0...59)
      return minutes.map { sign * (hours * 60 + $0) * 60_000 }
    }
  }
}
