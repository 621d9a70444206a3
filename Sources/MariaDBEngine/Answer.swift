import SessionStore

/// All that a statement answered. It is here whole before anybody sees a row of it: a host that is lost in the middle can
/// be replaced by another without anybody having seen a part.
struct Answer {
  /// How many rows it changed: those that its condition found, whether or not their values differ now.
  var changed = 0
  /// How many columns a row has.
  var columns = 0
  /// The rows' values, row after row.
  var values: [Value] = []
  /// What texts and bytes of ``values`` are ranges of.
  var bytes: [UInt8] = []

  /// One value.
  enum Value {
    case null
    case integer(Int64)
    case real(Double)
    case bytes(Range<Int>)
  }

  /// How many rows there are.
  var count: Int { columns == 0 ? 0 : values.count / columns }
}

/// One row of an answer.
struct MariaDBRow: Row {
  let answer: Answer
  let number: Int

  private func value(_ column: Int) -> Answer.Value {
    guard (0..<answer.columns).contains(column) else { return .null }
    return answer.values[number * answer.columns + column]
  }

  func isNull(_ column: Int) -> Bool { if case .null = value(column) { true } else { false } }

  func integer(_ column: Int) -> Int64 {
    switch value(column) {
    case .null: 0
    case .integer(let number): number
    case .real(let number): Self.whole(number)
    // A sum is a DECIMAL, which comes as digits.
    case .bytes(let range): Self.leadingNumber(answer.bytes[range])
    }
  }

  func text(_ column: Int) -> String {
    switch value(column) {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .bytes(let range): String(decoding: answer.bytes[range], as: UTF8.self)
    }
  }

  func blob(_ column: Int) -> [UInt8] {
    switch value(column) {
    case .null: []
    case .bytes(let range): Array(answer.bytes[range])
    default: Array(text(column).utf8)
    }
  }

  private static func whole(_ number: Double) -> Int64 {
    if number.isNaN { return 0 }
    return Int64(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
  }

  /// The whole number at the beginning of some digits; 0 for none, and the nearest where it does not fit.
  private static func leadingNumber(_ text: ArraySlice<UInt8>) -> Int64 {
    let isNegative = text.first == UInt8(ascii: "-")
    var number: Int64 = 0
    for byte in isNegative ? text.dropFirst() : text {
      guard (0x30...0x39).contains(byte) else { break }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - 0x30)
      let (next, isTooLargeNow) =
        isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isTooLarge, !isTooLargeNow else { return isNegative ? .min : .max }
      number = next
    }
    return number
  }
}
