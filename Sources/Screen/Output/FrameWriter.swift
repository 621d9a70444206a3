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
    let cells = abilities.wrapsAtOnce ? Self.withoutCorner(cells, over: old) : cells
    let lines = (0..<size.rows).compactMap { row in
      let range = (row * size.columns)..<((row + 1) * size.columns)
      return Line(row: row, old: old[range], new: cells[range])
    }
    Self.draw(lines, with: &pen)
    if let caret { pen.move(to: caret, over: []) }
    (shown, look, place) = (cells, pen.look, pen.place)
    return pen.bytes
  }

  /// The same cells, with the last of all as it is.
  private static func withoutCorner(_ cells: [DrawnCell], over old: [DrawnCell]) -> [DrawnCell] {
    var cells = cells
    let last = cells.count - 1
    // The left half of a wide character that would stand there.
    if cells[last].text.isEmpty, last > 0 { cells[last - 1].text = " " }
    cells[last] = old[last].text.isEmpty ? DrawnCell(" ", old[last].look) : old[last]
    return cells
  }

  /// Draws lines in the shorter of two ways: one after the other, or one ground after the other, which needs many moves
  /// but few changes of colour.
  private static func draw(_ lines: [Line], with pen: inout Pen) {
    var byLine = pen
    for line in lines { line.draw(with: &byLine) }
    var byGround = pen
    drawByGround(lines, with: &byGround)
    pen = byGround.bytes.count < byLine.bytes.count ? byGround : byLine
  }

  /// A line that is erased first is so when its first look is drawn: with the ground that is on the pen then, mostly.
  private static func drawByGround(_ lines: [Line], with pen: inout Pen) {
    var (lines, scratch) = (lines, pen)
    var waiting: Set<Int> = []
    let looks = lines.indices.map { index in
      var erased = lines[index]
      guard erased.missingBlanks >= 8, erased.erase(with: &scratch) else { return lines[index].looks }
      waiting.insert(index)
      return erased.looks
    }
    var byGround: [(ground: Paint, looks: [Look])] = []
    for look in looks.joined() {
      if let known = byGround.firstIndex(where: { $0.ground == look.background }) {
        if !byGround[known].looks.contains(look) { byGround[known].looks.append(look) }
      } else {
        byGround.append((look.background, [look]))
      }
    }
    for look in byGround.flatMap(\.looks) {
      for index in lines.indices where looks[index].contains(look) {
        if waiting.remove(index) != nil { _ = lines[index].erase(with: &pen) }
        lines[index].drawChanges(with: &pen, only: look)
      }
    }
    for index in waiting.sorted() { _ = lines[index].erase(with: &pen) }
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
