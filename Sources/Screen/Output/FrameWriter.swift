/// Makes the bytes that take a terminal from what it shows to another picture: as few as can be, for the far end of a
/// slow line.
///
/// It is for terminals that speak ECMA-48, which are nearly all. The pen stays as it was left from picture to picture:
/// whoever else writes on the terminal puts it back before, with ``rest()``.
public struct FrameWriter: Sendable {
  private let abilities: DrawingAbilities
  private var size = Size(rows: 1, columns: 1)
  /// What the terminal shows; nil when that is not known.
  private var shown: [DrawnCell]?
  private var look: Look?
  private var place: Place?

  /// A writer for a terminal of which nothing is known yet.
  public init(_ abilities: DrawingAbilities) { self.abilities = abilities }

  /// Something else has written on the terminal: the next picture is drawn whole.
  public mutating func forget() { (shown, look, place) = (nil, nil, nil) }

  /// What puts the pen back as it was before the first picture.
  public mutating func rest() -> [UInt8] {
    defer { (look, place) = (nil, nil) }
    return look == Look() ? [] : Array("\u{1B}[m".utf8)
  }

  /// The bytes to show a picture, and then to put the cursor at a place.
  ///
  /// - Parameters:
  ///   - cells: `size.rows` lines of `size.columns` cells.
  ///   - size: the screen's.
  ///   - caret: where the cursor is wanted; nil when it is hidden and may be anywhere.
  /// - Returns: what to write.
  public mutating func draw(_ cells: [DrawnCell], size: Size, caret: Place?) -> [UInt8] {
    var pen = Pen(abilities, size: size, look: look, place: place)
    let known = self.size == size ? shown : nil
    self.size = size
    var old = known ?? Self.clear(&pen, for: cells, size)
    if abilities.scrolls, let scroll = Scroll.best(from: old, to: cells, size) {
      scroll.perform(&pen, &old, cells)
    }
    let lines = (0..<size.rows).compactMap { row in
      let range = (row * size.columns)..<((row + 1) * size.columns)
      return Line(row: row, old: old[range], new: cells[range])
    }
    Self.draw(lines, with: &pen)
    if let caret { pen.move(to: caret, over: []) }
    (shown, look, place) = (cells, pen.look, pen.place)
    return pen.bytes
  }

  /// Draws lines in the shorter of two ways: one after the other, or one look after the other, which needs many moves but
  /// few changes of colour.
  private static func draw(_ lines: [Line], with pen: inout Pen) {
    var byLine = pen
    for line in lines { line.draw(with: &byLine) }
    var (lines, byLook) = (lines, pen)
    for index in lines.indices where lines[index].missingBlanks >= 8 { _ = lines[index].erase(with: &byLook) }
    var looks: [Look] = []
    for line in lines { for look in line.looks where !looks.contains(look) { looks.append(look) } }
    for look in looks { for line in lines { line.drawChanges(with: &byLook, only: look) } }
    pen = byLook.bytes.count < byLine.bytes.count ? byLook : byLine
  }

  /// Clears the screen to its most common ground, and says what it shows then.
  private static func clear(_ pen: inout Pen, for cells: [DrawnCell], _ size: Size) -> [DrawnCell] {
    var counts: [Look: Int] = [:]
    for cell in cells where cell.isBlank && pen.abilities.canErase(cell.look) { counts[cell.look, default: 0] += 1 }
    let ground = counts.max { $0.value < $1.value }?.key ?? Look()
    pen.look = nil
    pen.set(ground)
    pen.send("\u{1B}[H\u{1B}[2J")
    pen.place = Place(row: 0, column: 0)
    return Array(repeating: DrawnCell(" ", ground), count: size.rows * size.columns)
  }
}
