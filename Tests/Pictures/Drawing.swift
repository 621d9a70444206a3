import Support

/// A terminal's screen as a picture (SVG 1.1): each cell where it stands, text as text that can be selected.
struct Drawing {
  static let cellWidth = 8.4
  static let cellHeight = 18.0
  private static let margin = 10.0
  /// From a line's top to where its letters stand.
  private static let baseline = 13.5

  let screen: VirtualTerminal
  let title: String

  init(_ screen: VirtualTerminal, title: String) {
    self.screen = screen
    self.title = title
  }

  /// The picture.
  var svg: String {
    let width = Double(screen.size.columns) * Self.cellWidth + 2 * Self.margin
    let height = Double(screen.size.rows) * Self.cellHeight + 2 * Self.margin
    let behind = Run.ground(of: screen)
    var parts: [String] = []
    for row in 0..<screen.size.rows {
      let runs = Run.all(of: screen, row)
      parts += grounds(runs, row, but: behind)
      parts += runs.compactMap { marks($0, row) } + runs.compactMap { text($0, row) }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
      width="\(Self.number(width))" height="\(Self.number(height))" role="img">
      <title>\(Self.escaped(title))</title>
      <style>text{font:14px "DejaVu Sans Mono","Noto Sans Mono CJK SC",Menlo,Consolas,monospace;white-space:pre}\
      .b{font-weight:700}.u{text-decoration:underline}</style>
      <rect width="100%" height="100%" rx="6" fill="\(behind)"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  private func x(_ column: Int) -> Double { Self.margin + Double(column) * Self.cellWidth }
  private func y(_ row: Int) -> Double { Self.margin + Double(row) * Self.cellHeight }

  /// What is behind the text of a line, where it is not what is behind all of it.
  private func grounds(_ runs: [Run], _ row: Int, but behind: String) -> [String] {
    var pieces: [(column: Int, width: Int, colour: String)] = []
    for run in runs where run.background != behind {
      if let last = pieces.last, last.colour == run.background, last.column + last.width == run.column {
        pieces[pieces.count - 1].width += run.width
      } else {
        pieces.append((run.column, run.width, run.background))
      }
    }
    // A hair wider: no seam shows between two of one colour.
    return pieces.map {
      rectangle(x($0.column), y(row), Double($0.width) * Self.cellWidth + 0.3, Self.cellHeight + 0.3, $0.colour)
    }
  }

  private func text(_ run: Run, _ row: Int) -> String? {
    let isBlank = run.text.allSatisfy { $0 == " " }
    guard !run.isDrawn, !isBlank || run.isUnderlined else { return nil }
    let names = [run.isBold ? "b" : "", run.isUnderlined ? "u" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    let style = names.isEmpty ? "" : " class=\"\(names)\""
    let length = Self.number(Double(run.width) * Self.cellWidth)
    return """
      <text x="\(Self.number(x(run.column)))" y="\(Self.number(y(row) + Self.baseline))" textLength="\(length)" \
      lengthAdjust="spacingAndGlyphs" fill="\(run.foreground)"\(style)>\(Self.escaped(run.text))</text>
      """
  }

  /// Lines, blocks and dots are drawn: fonts leave gaps between them.
  private func marks(_ run: Run, _ row: Int) -> String? {
    guard run.isDrawn else { return nil }
    let path = run.text.enumerated().map { index, character in
      CellShape.path(character, x(run.column + index), y(row), Self.cellWidth, Self.cellHeight)
    }.joined()
    return path.isEmpty ? nil : "<path fill=\"\(run.foreground)\" d=\"\(path)\"/>"
  }

  private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: String) -> String {
    """
    <rect x="\(Self.number(x))" y="\(Self.number(y))" width="\(Self.number(width))" height="\(Self.number(height))" \
    fill="\(colour)"/>
    """
  }

  /// A number with at most two digits after the point.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (hundredths / 100, abs(hundredths % 100))
    if part == 0 { return "\(whole)" }
    return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
