/// Lines that have moved up or down together, which a terminal can do by itself.
struct Scroll {
  /// The lines within which they move.
  let region: ClosedRange<Int>
  /// How far they move up; less than 0 for down.
  let distance: Int

  private static let farthest = 12
  /// Fewer lines are drawn anew.
  private static let fewest = 3

  /// The scroll that saves most lines; nil when none is worth it.
  static func best(from old: [DrawnCell], to new: [DrawnCell], _ size: Size) -> Scroll? {
    guard (0..<size.rows).count(where: { !isSame(old, new, $0, size.columns) }) >= fewest else { return nil }
    let before = (0..<size.rows).map { LineKey(old, $0, size.columns) }
    let after = (0..<size.rows).map { LineKey(new, $0, size.columns) }
    var best: (saved: Int, scroll: Scroll)?
    let reach = min(farthest, size.rows - fewest)
    for distance in (1...max(1, reach)).flatMap({ [$0, -$0] }) {
      guard let (moved, rows) = run(before, after, distance) else { continue }
      let region =
        distance > 0
        ? rows.lowerBound...(rows.upperBound + distance) : (rows.lowerBound + distance)...rows.upperBound
      // What stood right and is moved away has to be drawn again.
      let spoilt = region.count { row in
        after[row] == before[row] && !(before.indices.contains(row + distance) && after[row] == before[row + distance])
      }
      let saved = moved - spoilt
      if saved > (best?.saved ?? fewest - 1) { best = (saved, Scroll(region: region, distance: distance)) }
    }
    return best?.scroll
  }

  private static func isSame(_ old: [DrawnCell], _ new: [DrawnCell], _ row: Int, _ columns: Int) -> Bool {
    ((row * columns)..<((row + 1) * columns)).allSatisfy { old[$0].isSame(as: new[$0]) }
  }

  /// The lines that are what others were, so far away; one or two others between them do no harm.
  private static func run(_ before: [LineKey], _ after: [LineKey], _ distance: Int) -> (Int, ClosedRange<Int>)? {
    var best: (Int, ClosedRange<Int>)?
    var (saved, start, last) = (0, 0, -10)
    for row in after.indices where before.indices.contains(row + distance) && after[row] == before[row + distance] {
      if row - last > 3 { (saved, start) = (0, row) }
      last = row
      if after[row] != before[row] { saved += 1 }
      if saved > best?.0 ?? 0 { best = (saved, start...row) }
    }
    return best
  }

  /// Sends it, and does it to what is shown.
  func perform(_ pen: inout Pen, _ shown: inout [DrawnCell], _ wanted: [DrawnCell]) {
    let columns = pen.size.columns
    let edge = distance > 0 ? region.upperBound : region.lowerBound
    // New lines take the pen's ground where erasing does.
    var ground = wanted[edge * columns + columns - 1].look
    if !pen.abilities.canErase(ground) { ground = Look() }
    pen.set((pen.look ?? Look()).turned(forBlankOf: ground))
    pen.send("\u{1B}[\(region.lowerBound + 1);\(region.upperBound + 1)r")
    pen.place = Place(row: 0, column: 0)
    pen.move(to: Place(row: edge, column: 0), over: [])
    pen.send(String(repeating: distance > 0 ? "\n" : "\u{1B}M", count: abs(distance)))
    pen.send("\u{1B}[r")
    pen.place = Place(row: 0, column: 0)
    let blank = Array(repeating: DrawnCell(" ", ground), count: columns)
    let lines = region.map { row -> [DrawnCell] in
      let source = row + distance
      return region.contains(source) ? Array(shown[(source * columns)..<((source + 1) * columns)]) : blank
    }
    shown.replaceSubrange(
      (region.lowerBound * columns)..<((region.upperBound + 1) * columns), with: lines.joined())
  }
}

/// A line's cells, to compare with others.
private struct LineKey: Equatable {
  private let cells: ArraySlice<DrawnCell>
  private let hash: Int

  init(_ cells: [DrawnCell], _ row: Int, _ columns: Int) {
    self.cells = cells[(row * columns)..<((row + 1) * columns)]
    var hasher = Hasher()
    for cell in self.cells {
      hasher.combine(cell.text)
      if !cell.isBlank { hasher.combine(cell.look) }
    }
    hash = hasher.finalize()
  }

  static func == (one: LineKey, other: LineKey) -> Bool {
    one.hash == other.hash && one.cells.elementsEqual(other.cells) { $0.isSame(as: $1) }
  }
}
