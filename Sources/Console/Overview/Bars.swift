/// Bars and curves made of characters: block elements, and braille patterns of two by four dots a cell.
enum Bars {
  private static let rising = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let growing = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A cell of a standing bar, filled by so many eighths.
  static func rising(_ eighths: Int) -> String { rising[max(0, min(8, eighths))] }

  /// A lying bar of at most `width` cells. What is not nothing is at least an eighth of a cell.
  static func lying(_ value: Int, of most: Int, width: Int) -> String {
    let eighths = scaled(value, of: most, to: 8 * width)
    return String(repeating: "█", count: eighths / 8) + growing[eighths % 8]
  }

  /// A cell of a filled curve, by how many of its four dots stand on the left and on the right.
  static func dots(_ left: Int, _ right: Int) -> String {
    let lefts: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
    let rights: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]
    let pattern = lefts[max(0, min(4, left))] | rights[max(0, min(4, right))]
    return pattern == 0 ? " " : Unicode.Scalar(0x2800 + pattern).map { String(Character($0)) } ?? " "
  }

  /// `value` of `most` in so many steps, rounded; what is not nothing is at least one.
  static func scaled(_ value: Int, of most: Int, to steps: Int) -> Int {
    guard value > 0, most > 0 else { return 0 }
    return max(1, min(steps, (2 * value * steps + most) / (2 * most)))
  }

  /// A number in five columns: `12345`, `1200k`.
  static func short(_ number: Int) -> String {
    number < 100_000 ? "\(number)" : number < 100_000_000 ? "\(number / 1000)k" : "\(number / 1_000_000)M"
  }
}

/// Which columns belong to which slot of time.
struct TimeScale {
  /// Columns before the first slot, for the scale's numbers.
  static let gutter = 7
  /// Columns of a slot.
  let width: Int
  /// The first slot that has room: the newest are shown.
  let first: Int
  /// How many slots are shown.
  let count: Int

  init(columns: Int, slots: Int) {
    let room = max(1, columns - Self.gutter - 1)
    width = max(1, room / max(1, slots))
    count = min(slots, room / width)
    first = slots - count
  }

  var slots: Range<Int> { first..<(first + count) }
  func column(_ slot: Int) -> Int { Self.gutter + (slot - first) * width }
}
