/// Where a terminal's cursor is and how it writes, with the bytes that bring it elsewhere.
struct Pen {
  let abilities: DrawingAbilities
  let size: Size
  /// How it writes; nil when that is not known.
  var look: Look?
  /// Where it writes; nil when that is not known.
  var place: Place? { didSet { row = place?.row } }
  /// The line that it writes on, which is known more often.
  private var row: Int?
  private(set) var bytes: [UInt8] = []

  init(_ abilities: DrawingAbilities, size: Size, look: Look? = nil, place: Place? = nil) {
    self.abilities = abilities
    self.size = size
    self.look = look
    self.place = place
    row = place?.row
  }

  /// Writes an escape sequence that moves nothing, or whose move the caller notes.
  mutating func send(_ text: String) { bytes += text.utf8 }

  /// Writes a cell here.
  mutating func write(_ cell: DrawnCell, width: Int) {
    set(cell.isBlank ? (look ?? Look()).turned(forBlankOf: cell.look) : cell.look)
    bytes += cell.text.utf8
    guard let here = place else { return }
    // What stands in the last column leaves the cursor on it or beyond, as the terminal likes.
    let next = here.column + width
    place = next < size.columns && !cell.isDoubtful ? Place(row: here.row, column: next) : nil
    // What may be wide leaves the line no more than what is.
    if cell.isDoubtful, next + 1 < size.columns { row = here.row }
  }

  /// Sets how it writes (ECMA-48, 8.3.117, and ISO 8613-6 for colours).
  mutating func set(_ wanted: Look) {
    guard wanted != look else { return }
    var codes: [String] = []
    var now = look ?? Look()
    let leaves =
      now.isBold && !wanted.isBold || now.isUnderlined && !wanted.isUnderlined || now.isReversed && !wanted.isReversed
    if look == nil || wanted == Look() || leaves && !abilities.turnsOff {
      codes.append("0")
      now = Look()
    }
    if now.isBold, !wanted.isBold { codes.append("22") }
    if now.isUnderlined, !wanted.isUnderlined { codes.append("24") }
    if now.isReversed, !wanted.isReversed { codes.append("27") }
    if wanted.isBold, !now.isBold { codes.append("1") }
    if wanted.isUnderlined, !now.isUnderlined { codes.append("4") }
    if wanted.isReversed, !now.isReversed { codes.append("7") }
    if wanted.foreground != now.foreground { codes.append(Self.code(wanted.foreground, 30)) }
    if wanted.background != now.background { codes.append(Self.code(wanted.background, 40)) }
    send(codes == ["0"] ? "\u{1B}[m" : "\u{1B}[\(codes.joined(separator: ";"))m")
    look = wanted
  }

  /// Colours with semicolons: too many terminals misread the colons of the standard.
  private static func code(_ paint: Paint, _ base: Int) -> String {
    switch paint {
    case .terminal: "\(base + 9)"
    case .ansi(let index): "\(index < 8 ? base + index : base + 52 + index)"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let colour): "\(base + 8);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
  }

  /// Moves to a place. In the same line, `between` is what stands there already: it may be written again when that is
  /// shorter than to leap over it.
  mutating func move(to target: Place, over between: ArraySlice<DrawnCell>) {
    guard place != target else { return }
    var best = absolute(target)
    if row == target.row { best = shorter(best, "\r" + right(target.column)) }
    if let here = place {
      let steps = target.column - here.column
      if here.row == target.row, steps > 0 {
        best = shorter(best, right(steps))
        if steps == between.count, let text = plain(between) { best = shorter(best, text) }
      } else if here.row == target.row - 1 {
        best = shorter(best, "\r\n" + right(target.column))
      }
    }
    send(best)
    place = target
  }

  private func absolute(_ place: Place) -> String {
    let row = place.row == 0 && place.column == 0 ? "" : "\(place.row + 1)"
    return "\u{1B}[\(row)\(place.column == 0 ? "" : ";\(place.column + 1)")H"
  }

  private func right(_ steps: Int) -> String { steps == 0 ? "" : steps == 1 ? "\u{1B}[C" : "\u{1B}[\(steps)C" }

  private func shorter(_ one: String, _ other: String) -> String {
    other.utf8.count < one.utf8.count ? other : one
  }

  /// The text of cells that can be written as they are, without another look.
  private func plain(_ cells: ArraySlice<DrawnCell>) -> String? {
    guard let look else { return nil }
    var text = ""
    for cell in cells {
      let isFit = cell.isBlank ? look.isSameOnBlanks(as: cell.look) : look == cell.look
      guard isFit, !cell.text.isEmpty, cell.text.utf8.count <= 3, !cell.isDoubtful else { return nil }
      text += cell.text
    }
    return text
  }
}
