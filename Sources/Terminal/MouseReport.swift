import Screen

/// What a terminal says of its mouse: `ESC [ < button ; column ; row M`, and `m` when the button is let go.
struct MouseReport: Hashable {
  let button: Int
  let place: Place
  let isPress: Bool

  /// Shift, Alt and Control change nothing here.
  private static let modifiers = 0b11100

  /// Reads a whole sequence; nil when it is another.
  init?(_ sequence: [UInt8]) {
    guard sequence.starts(with: Array("\u{1B}[<".utf8)), let last = sequence.last, last == 0x4D || last == 0x6D else {
      return nil
    }
    let numbers = sequence.dropFirst(3).dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2],
      (1...9999).contains(column), (1...9999).contains(row), (0...255).contains(button)
    else { return nil }
    self.button = button & ~Self.modifiers
    place = Place(row: row - 1, column: column - 1)
    isPress = last == 0x4D
  }
}

/// Turns reports into what was done: how often a button was pressed takes a clock.
struct Clicks {
  private var last: (place: Place, count: Int, at: Int)?

  /// How soon the second press of a double click comes, in milliseconds.
  private static let patience = 400

  /// What a report means; nil for a button that is let go, and for others than the first.
  mutating func take(_ report: MouseReport, at now: Int) -> Mouse? {
    guard report.isPress else { return nil }
    switch report.button {
    case 64: return Mouse(.wheelUp, at: report.place)
    case 65: return Mouse(.wheelDown, at: report.place)
    case 0:
      let isNext = last.map { $0.place == report.place && now - $0.at <= Self.patience } ?? false
      let count = isNext ? (last?.count ?? 0) + 1 : 1
      last = (report.place, count, now)
      return Mouse(.press(count: count), at: report.place)
    default: return nil
    }
  }
}
