/// One line of a screen, as it is and as it is wanted.
struct Line {
  let row: Int
  private var old: ArraySlice<DrawnCell>
  private let new: ArraySlice<DrawnCell>
  /// Fewer blanks are written, not erased.
  private static let fewest = 7

  /// nil when nothing differs.
  init?(row: Int, old: ArraySlice<DrawnCell>, new: ArraySlice<DrawnCell>) {
    guard !zip(old, new).allSatisfy({ $0.isSame(as: $1) }) else { return nil }
    self.row = row
    self.old = old
    self.new = new
  }

  /// The looks that are needed, in their order.
  var looks: [Look] {
    var looks: [Look] = []
    forEachChange { _, look in if !looks.contains(look) { looks.append(look) } }
    return looks
  }

  /// Draws what differs from left to right, in the shorter of two ways: over what is there, or after erasing it.
  func draw(with pen: inout Pen) {
    var over = pen
    drawChanges(with: &over)
    var (erased, anew) = (self, pen)
    if erased.erase(with: &anew) {
      erased.drawChanges(with: &anew)
      if anew.bytes.count < over.bytes.count { over = anew }
    }
    pen = over
  }

  /// Erases the line from its first difference on, when it ends in a blank that can be erased.
  mutating func erase(with pen: inout Pen) -> Bool {
    guard let last = new.last, last.isBlank, pen.abilities.canErase(last.look),
      let first = new.indices.first(where: { !isDone($0) })
    else { return false }
    pen.move(to: place(first), over: [])
    pen.set((pen.look ?? Look()).turned(forBlankOf: last.look))
    pen.send("\u{1B}[K")
    for index in first..<new.endIndex { old[index] = DrawnCell(" ", last.look) }
    return true
  }

  /// How many blanks are wanted where something else is.
  var missingBlanks: Int { new.indices.count { new[$0].isBlank && !isDone($0) } }

  /// Draws what differs: all of it, or only what has one look.
  func drawChanges(with pen: inout Pen, only wanted: Look? = nil) {
    var next = new.startIndex
    forEachChange { index, look in
      guard index >= next, wanted == nil || look == wanted else { return }
      let here = pen.place.map { $0.row == row ? new.startIndex + $0.column : index } ?? index
      pen.move(to: place(index), over: new[min(here, index)..<index])
      let blanks = blankRun(index, pen.abilities)
      let reachesEnd = index + blanks == new.endIndex
      if blanks >= Self.fewest || reachesEnd && blanks > 3 {
        pen.set((pen.look ?? Look()).turned(forBlankOf: new[index].look))
        pen.send(reachesEnd ? "\u{1B}[K" : "\u{1B}[\(blanks)X")
        next = index + blanks
      } else {
        if width(index) == 2, new[index].isDoubtful, !old[index + 1].isBlank {
          // A terminal for which it is narrow must not leave there what was.
          for _ in 1...2 { pen.write(DrawnCell(" ", look), width: 1) }
          pen.move(to: place(index), over: [])
        }
        pen.write(new[index], width: width(index))
      }
    }
  }

  /// Every cell that differs, with the look that it is drawn in: a blank takes that of the text before it where it can.
  private func forEachChange(_ body: (Int, Look) -> Void) {
    var look = new.first?.look ?? Look()
    var isSpoilt = false
    for index in new.indices where !new[index].text.isEmpty {
      look = new[index].isBlank ? look.turned(forBlankOf: new[index].look) : new[index].look
      guard isSpoilt || !isDone(index) || width(index) == 2 && !isDone(index + 1) else { continue }
      // What a terminal takes for wide has covered what stands after it.
      isSpoilt = width(index) == 1 && new[index].isDoubtful
      body(index, look)
    }
  }

  private func isDone(_ index: Int) -> Bool { new[index].isSame(as: old[index]) }

  private func width(_ index: Int) -> Int { index + 1 < new.endIndex && new[index + 1].text.isEmpty ? 2 : 1 }

  private func place(_ index: Int) -> Place { Place(row: row, column: index - new.startIndex) }

  /// How many blanks alike begin here, of which the first and the last are wanted, and which can be erased.
  private func blankRun(_ index: Int, _ abilities: DrawingAbilities) -> Int {
    guard new[index].isBlank, abilities.canErase(new[index].look) else { return 0 }
    let run = new[index...].prefix { $0.isBlank && $0.look.isSameOnBlanks(as: new[index].look) }
    if run.endIndex == new.endIndex { return run.count }
    guard abilities.erasesCharacters else { return 0 }
    return (run.indices.last { !isDone($0) } ?? index) - index + 1
  }
}
