import Screen
import Support

/// Pictures as nobody would draw them: for holding a terminal against what was meant.
struct HostilePictures {
  private var random: SplitMix
  private(set) var size: Size
  private(set) var cells: [DrawnCell] = []

  /// Whether emoji and scripts are among them of which terminals may not agree how wide they are.
  private let hasDoubtful: Bool

  static let looks = [
    Look(), Look(.indexed(114), on: .indexed(234)), Look(.indexed(203), on: .indexed(234), bold: true),
    Look(.ansi(1), underlined: true), Look(reversed: true), Look(.indexed(114), on: .indexed(237)),
    Look(.ansi(12), on: .ansi(4)), Look(.indexed(20), on: .indexed(237), bold: true, underlined: true),
    Look(.terminal, on: .indexed(52), bold: true), Look(.indexed(250), on: .terminal, reversed: true),
    Look(underlined: true, reversed: true),
  ]
  private static let plain = [
    "a", "Z", "~", " ", " ", " ", " ", " ", "王", "明", "é", "─", "│", "›", "…", "·", "×", "⣿", "█", "한", "Ａ",
  ]
  private static let doubtful = [
    "e\u{301}", "👍", "☺", "🇩", "ﷺ", "ا", "ก\u{E34}", "⌚", "⭐", "〰", "🫨", "ᄀ", "a\u{20DD}",
  ]
  private static let wide: Set<String> = ["王", "明", "한", "Ａ", "👍", "⌚", "⭐", "〰", "🫨", "ᄀ"]

  init(seed: UInt64, size: Size, hasDoubtful: Bool) {
    random = SplitMix(state: seed)
    self.size = size
    self.hasDoubtful = hasDoubtful
    cells = (0..<size.rows).flatMap { _ in line() }
  }

  private mutating func line() -> [DrawnCell] {
    var line: [DrawnCell] = []
    // Mostly lines of few looks, as ours are; the last column is written in each.
    let own = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.looks.randomElement(using: &random) ?? Look()
    }
    let texts = hasDoubtful && Int.random(in: 0..<3, using: &random) == 0 ? Self.plain + Self.doubtful : Self.plain
    while line.count < size.columns {
      let look = own.randomElement(using: &random) ?? Look()
      let isBlank = Int.random(in: 0..<3, using: &random) == 0
      for _ in 0..<Int.random(in: 1...24, using: &random) where line.count < size.columns {
        let text = isBlank ? " " : texts.randomElement(using: &random) ?? " "
        let isWide = Self.wide.contains(text)
        // In the last column, what a terminal takes for wide would begin another line: it is not drawn there.
        if isWide || Self.doubtful.contains(text), line.count + 2 > size.columns { continue }
        line.append(DrawnCell(text, look))
        if isWide { line.append(DrawnCell("", look)) }
      }
    }
    return line
  }

  /// Goes on to another picture: of it, little or much is as before.
  mutating func goOn() {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: cells = (0..<size.rows).flatMap { _ in line() }
    case 1, 2: for _ in 0..<3 { set(Int.random(in: 0..<size.rows, using: &random), line()) }
    case 3, 4: scroll()
    case 5:
      let look = Self.looks.randomElement(using: &random) ?? Look()
      for _ in 0..<4 {
        let row = Int.random(in: 0..<size.rows, using: &random)
        set(row, Array(repeating: DrawnCell(" ", look), count: size.columns))
      }
    case 6:
      // A cursor that leaves one line and comes to another.
      for _ in 0..<2 {
        let ground = (Self.looks.randomElement(using: &random) ?? Look()).background
        let row = Int.random(in: 0..<size.rows, using: &random)
        for index in (row * size.columns)..<((row + 1) * size.columns) {
          cells[index].look.background = ground
        }
      }
    case 7:
      for _ in 0..<6 {
        let index = Int.random(in: 0..<cells.count, using: &random)
        guard !cells[index].text.isEmpty, index + 1 == cells.count || !cells[index + 1].text.isEmpty else { continue }
        cells[index].text = ["x", " ", "é"].randomElement(using: &random) ?? "x"
      }
    default: break
    }
  }

  mutating func resize(_ size: Size) {
    self.size = size
    cells = (0..<size.rows).flatMap { _ in line() }
  }

  private mutating func set(_ row: Int, _ line: [DrawnCell]) {
    cells.replaceSubrange((row * size.columns)..<((row + 1) * size.columns), with: line)
  }

  private mutating func scroll() {
    guard size.rows > 6 else { return }
    let first = Int.random(in: 0..<3, using: &random)
    let last = size.rows - Int.random(in: 1...3, using: &random)
    let count = Int.random(in: 1...min(4, last - first - 1), using: &random)
    let columns = size.columns
    let lines = (first..<last).map { Array(cells[($0 * columns)..<(($0 + 1) * columns)]) }
    let fresh = (0..<count).map { _ in line() }
    let moved =
      Bool.random(using: &random) ? Array(lines[count...]) + fresh : fresh + Array(lines[..<(lines.count - count)])
    for (offset, line) in moved.enumerated() { set(first + offset, line) }
  }
}
