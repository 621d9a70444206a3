import Support

/// Cells beside each other that look alike, and whose characters are of one width.
struct Run {
  let column: Int
  var text = ""
  var width = 0
  let foreground: String
  let background: String
  let isBold: Bool
  let isUnderlined: Bool
  /// Whether its characters are lines and blocks, which are drawn.
  let isDrawn: Bool
  private let isWide: Bool

  /// The runs of a line.
  static func all(of screen: VirtualTerminal, _ row: Int) -> [Run] {
    var runs: [Run] = []
    var column = 0
    while column < screen.size.columns {
      let cell = screen[row, column]
      let next = Run(cell, at: column, screen)
      let text = cell.map { $0.text.isEmpty ? " " : $0.text } ?? " "
      if runs.last.map({ !$0.goesOn(with: next) }) ?? true { runs.append(next) }
      runs[runs.count - 1].text += text
      runs[runs.count - 1].width += max(1, cell?.width ?? 1)
      column += max(1, cell?.width ?? 1)
    }
    return runs
  }

  /// The colour behind all of it: that at most of its right edge, where no dialog comes.
  static func ground(of screen: VirtualTerminal) -> String {
    var counts: [String: Int] = [:]
    for row in 0..<screen.size.rows { counts[all(of: screen, row).last?.background ?? "", default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? "#000000"
  }

  private init(_ cell: VirtualTerminal.Cell?, at column: Int, _ screen: VirtualTerminal) {
    self.column = column
    let text = Self.colour(cell?.foreground ?? .standard, isGround: false)
    let ground = Self.colour(cell?.background ?? .standard, isGround: true)
    foreground = cell?.isReversed == true ? ground : text
    background = cell?.isReversed == true ? text : ground
    isBold = cell?.isBold ?? false
    isUnderlined = cell?.isUnderlined ?? false
    isWide = cell?.width == 2
    isDrawn = cell.flatMap { $0.text.first }.map(CellShape.isDrawn) ?? false
  }

  private func goesOn(with next: Run) -> Bool {
    foreground == next.foreground && background == next.background && isBold == next.isBold
      && isUnderlined == next.isUnderlined && isWide == next.isWide && isDrawn == next.isDrawn
      // Words stand where they stand, whatever a font makes of the blanks between: a run ends at two of them.
      && !text.hasSuffix("  ")
  }

  private static func colour(_ colour: VirtualTerminal.Colour, isGround: Bool) -> String {
    switch colour {
    case .standard: isGround ? "#000000" : "#ffffff"
    case .indexed(let number): "#" + String(repeating: String(min(15, number / 16), radix: 16), count: 6)
    case .rgb(let value):
      "#" + String(repeating: "0", count: 6 - String(value, radix: 16).count) + String(value, radix: 16)
    }
  }
}
