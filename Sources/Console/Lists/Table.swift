import Screen
import SessionCore

/// One column of a list.
struct Column<Row> {
  let title: Phrase
  /// The fewest cells that are worth showing, and the most that it can use.
  let widths: ClosedRange<Int>
  /// Which columns go first when there is no room: the largest.
  let rank: Int
  let text: (Row) -> String
  /// What its text means: colour is for what is out of the ordinary. Each change of it costs a terminal some 20 bytes.
  let ink: (Row) -> Ink

  init(
    _ title: Phrase, _ widths: ClosedRange<Int>, rank: Int, ink: @escaping (Row) -> Ink = { _ in .text },
    _ text: @escaping (Row) -> String
  ) {
    self.title = title
    self.widths = widths
    self.rank = rank
    self.text = text
    self.ink = ink
  }
}

/// Columns fitted to a width: the least needed are left out, and what room is left is shared.
struct Table<Row> {
  private let columns: [(column: Column<Row>, width: Int)]
  private static var gap: Int { 2 }
  /// Cells before the first column: the cursor's mark.
  private static var margin: Int { 3 }

  /// The columns of `all` that a width has room for. The one that rows are sorted by stays: without it, their order is
  /// anybody's guess.
  init(_ all: [Column<Row>], width: Int, sorted: Phrase? = nil) {
    var shown = all
    func need() -> Int { Self.margin + shown.reduce(0) { $0 + $1.widths.lowerBound + Self.gap } - Self.gap }
    while need() > width, shown.count > 1, let last = shown.filter({ $0.title != sorted }).map(\.rank).max() {
      shown.removeAll { $0.rank == last && $0.title != sorted }
    }
    var spare = max(0, width - need() - 1)
    var widths = shown.map(\.widths.lowerBound)
    // In turn, so that no column starves beside a greedy one.
    while spare > 0,
      let index = widths.indices.filter({ widths[$0] < shown[$0].widths.upperBound })
        .min(by: { widths[$0] - shown[$0].widths.lowerBound < widths[$1] - shown[$1].widths.lowerBound })
    {
      widths[index] += 1
      spare -= 1
    }
    columns = Array(zip(shown, widths))
  }

  /// Draws the titles. A press on one that rows can be sorted by, in the order of `sorts`, sorts by it.
  func drawHeading(
    _ frame: inout Frame, row: Int, sorted: Phrase?, descending: Bool, sorts: [Phrase] = [], _ say: (Phrase) -> String
  ) {
    var column = Self.margin
    for (each, width) in columns {
      if let sort = sorts.firstIndex(of: each.title) {
        frame.mark("sort.\(sort)", row: row, columns: column..<(column + width))
      }
      let isSorted = each.title == sorted
      let title = say(each.title) + (isSorted ? (descending ? " ↓" : " ↑") : "")
      frame.put(
        SafeText.fit(title, width), row: row, column: column, Style(isSorted ? .accent : .dim, bold: isSorted))
      column += width + Self.gap
    }
  }

  func draw(_ item: Row, _ frame: inout Frame, row: Int, isCursor: Bool, isGone: Bool, isMarked: Bool = false) {
    if isCursor {
      frame.fill(row: row, Style(on: .cursor))
      frame.put("›", row: row, column: 1, Style(on: .cursor))
    }
    let ground: Ground = isCursor ? .cursor : .base
    // Beside the cursor where they meet: neither hides the other.
    if isMarked { frame.put("*", row: row, column: isCursor ? 0 : 1, Style(on: ground, bold: true)) }
    var column = Self.margin
    for (each, width) in columns {
      let own = each.ink(item)
      // Under the cursor, only what wants to be looked at keeps its colour.
      let ink = isGone ? .dim : isCursor && ![.warning, .danger].contains(own) ? .text : own
      frame.put(
        SafeText.fit(each.text(item), width), row: row, column: column, Style(ink, on: ground))
      column += width + Self.gap
    }
  }
}
