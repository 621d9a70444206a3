import Screen
import SessionCore

/// Lines in columns for people. Widths are display widths, so Chinese stands straight.
///
/// The first rows say how wide the columns are; the rest follows as it comes. On a terminal a line is cut at its edge,
/// with an ellipsis; elsewhere nothing is cut.
struct TextTable {
  /// The language of the headings.
  let language = Narration.language
  private let headings: [Phrase]
  private let colours: Colours
  private let width: Int?
  private var waiting: [[Cell]] = []
  private var widths: [Int]?

  /// How many rows are looked at for the widths.
  private static let sample = 200
  private static let gap = "  "

  init(headings: [Phrase], colours: Colours, width: Int?) {
    self.headings = headings
    self.colours = colours
    self.width = width
  }

  mutating func add(_ cells: [Cell], to output: DataOutput) throws {
    if let widths { return try output.write(line(cells, widths)) }
    waiting.append(cells)
    if waiting.count >= Self.sample { try finish(to: output) }
  }

  /// Writes the heading and the rows that wait for it.
  mutating func finish(to output: DataOutput) throws {
    guard widths == nil else { return }
    let titles = headings.map { $0(language) }
    let measured = titles.indices.map { column in
      waiting.reduce(SafeText.width(titles[column])) { max($0, SafeText.width($1[column].plain ?? "")) }
    }
    widths = measured
    let isNumber = titles.indices.map { column in waiting.first?[column].isNumber ?? false }
    let heading = zip(titles, isNumber).map { Part($0, Style(.text, bold: true), right: $1) }
    try output.write(line(heading, measured))
    for cells in waiting { try output.write(line(cells, measured)) }
    waiting = []
  }

  private struct Part {
    let text: String
    let style: Style?
    let right: Bool

    init(_ text: String, _ style: Style?, right: Bool) {
      self.text = text
      self.style = style
      self.right = right
    }
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    line(
      cells.map { cell in
        if case .word(let text, let ink) = cell { return Part(text, Style(ink), right: false) }
        return Part(cell.plain ?? "", nil, right: cell.isNumber)
      }, widths)
  }

  private func line(_ parts: [Part], _ widths: [Int]) -> String {
    var line = ""
    var room = width ?? .max
    for (index, part) in parts.enumerated() {
      let gap = index == 0 ? "" : Self.gap
      let isLast = index == parts.count - 1
      let wide = SafeText.width(part.text)
      // What is wider than the first rows let expect pushes the rest of its line: it is not cut.
      let full = isLast && !part.right ? wide : max(wide, widths[index])
      let blanks = String(repeating: " ", count: full - wide)
      let isCut = gap.count + full > room || (!isLast && gap.count + full == room)
      guard !isCut else {
        let text = gap + (part.right ? blanks : "") + part.text + (part.right ? "" : blanks)
        return line + trimmed(SafeText.fit(text + "  ", room)) + "\n"
      }
      let text = SafeText.safe(part.text)
      let painted = part.style.map { colours.painted(text, $0) } ?? text
      line += gap + (part.right ? blanks + painted : painted + (isLast ? "" : blanks))
      room -= gap.count + full
    }
    return line + "\n"
  }

  private func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
