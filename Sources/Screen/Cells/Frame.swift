/// One character cell.
public struct Cell: Hashable, Sendable {
  /// What stands in it: one character with its combining marks. Empty for the right half of a wide character.
  public var text: String
  /// How it looks.
  public var style: Style

  /// Makes a cell from its parts.
  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

/// All that a terminal shows at one moment, its modes included: drawing a frame is all it takes to get there, from
/// whatever was shown before.
public struct Frame: Hashable, Sendable {
  /// The size of the grid.
  public let size: Size
  /// The cells, line by line.
  public private(set) var cells: [Cell]
  /// Where the text cursor blinks; nil hides it.
  public var caret: Place?
  /// Whether the terminal says what its mouse does.
  public var takesMouse = false
  /// What means something to the mouse.
  var spots: [Spot] = []
  /// What the terminal's title says; nil leaves it alone.
  public var title: String?

  /// A frame of blanks.
  public init(size: Size, style: Style = Style()) {
    self.size = size
    self.cells = Array(repeating: Cell(" ", style), count: size.rows * size.columns)
  }

  /// The cell at a place; a blank outside of the grid.
  public subscript(row: Int, column: Int) -> Cell {
    guard contains(row, column) else { return Cell(" ", Style()) }
    return cells[row * size.columns + column]
  }

  /// Whether a line is that of another frame of this size.
  public func hasLine(_ row: Int, of other: Frame) -> Bool {
    let range = (row * size.columns)..<((row + 1) * size.columns)
    return cells[range] == other.cells[range]
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Writes `text` from a place on, made safe, at most to `limit` columns and to the edge.
  ///
  /// A wide character that would be cut in half is a blank instead; one that is overwritten in half becomes a blank.
  /// - Returns: the column after the last one written.
  @discardableResult
  public mutating func put(_ text: String, row: Int, column: Int, limit: Int = .max, _ style: Style) -> Int {
    guard row >= 0, row < size.rows else { return column }
    let edge = min(size.columns, limit == .max ? size.columns : column + max(0, limit))
    var at = column
    for glyph in SafeText.glyphs(text) {
      guard at + glyph.width <= edge else {
        while at < edge { at = set(" ", 1, row, at, style) }
        break
      }
      at = set(glyph.text, glyph.width, row, at, style)
    }
    return at
  }

  /// Fills columns of a row with blanks of a style.
  public mutating func fill(row: Int, columns: Range<Int>? = nil, _ style: Style) {
    let range = columns ?? 0..<size.columns
    for column in range where contains(row, column) { _ = set(" ", 1, row, column, style) }
  }

  /// Gives cells that are there already another ground, as a cursor does.
  public mutating func ground(_ ground: Ground, row: Int) {
    for column in 0..<size.columns where contains(row, column) {
      let index = row * size.columns + column
      cells[index].style = cells[index].style.on(ground)
    }
  }

  /// Takes another frame over, from the top left on, with its caret and its title.
  public mutating func place(_ other: Frame) {
    for row in 0..<min(size.rows, other.size.rows) {
      for column in 0..<min(size.columns, other.size.columns) {
        cells[row * size.columns + column] = other.cells[row * other.size.columns + column]
      }
    }
    caret = other.caret
    title = other.title
  }

  /// Gives cells another style; their texts stay.
  mutating func setStyle(_ style: Style, _ range: Range<Int>) {
    for index in range { cells[index].style = style }
  }

  private mutating func set(_ text: String, _ width: Int, _ row: Int, _ column: Int, _ style: Style) -> Int {
    guard column >= 0 else { return column + width }
    let index = row * size.columns + column
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    let end = column + width
    if end < size.columns, cells[index + width].text.isEmpty { cells[index + width].text = " " }
    cells[index] = Cell(text, style)
    if width == 2 { cells[index + 1] = Cell("", style) }
    return end
  }

  /// A line's text, without blanks at its end.
  public func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All lines, for reading by people and tests.
  public var lines: [String] { (0..<size.rows).map(line) }
}
