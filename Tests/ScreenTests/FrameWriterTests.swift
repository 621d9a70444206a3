import Screen
import Support
import Testing

/// The bytes of pictures, held against a terminal that others wrote.
@Suite struct FrameWriterTests {
  static let abilities = [
    DrawingAbilities(),
    DrawingAbilities(scrolls: true, turnsOff: true),
    DrawingAbilities(erasesInColour: true, erasesCharacters: true, scrolls: true, turnsOff: true),
  ]
  private static let size = Size(rows: 14, columns: 40)
  private static let looks = [
    Look(), Look(.indexed(114), on: .indexed(234)), Look(.rgb(.init(0xD9E1EE)), on: .rgb(.init(0x151B26)), bold: true),
    Look(.ansi(1), underlined: true), Look(reversed: true), Look(.indexed(114), on: .indexed(237)),
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>, abilities) func `whatever comes after whatever, the screen shows it`(
    _ seed: UInt64, _ abilities: DrawingAbilities
  ) {
    var random = SplitMix(state: seed)
    var writer = FrameWriter(abilities)
    let terminal = VirtualTerminal(size: Self.size)
    var cells = Self.picture(&random)
    for _ in 0..<40 {
      Self.change(&cells, &random)
      let caret = Bool.random(using: &random) ? Place(row: 3, column: Int.random(in: 0..<40, using: &random)) : nil
      _ = terminal.feed(writer.draw(cells, size: Self.size, caret: caret))
      expectShown(cells, terminal)
      if let caret { #expect(terminal.caret == caret) }
      #expect(writer.draw(cells, size: Self.size, caret: caret).isEmpty)
      if Int.random(in: 0..<8, using: &random) == 0 {
        _ = terminal.feed(writer.rest() + Array("\u{1B}[5;5Hsomebody else".utf8))
        writer.forget()
      }
    }
  }

  @Test func `a list that scrolls by a line costs a line`() {
    var writer = FrameWriter(Self.abilities[2])
    let size = Size(rows: 50, columns: 200)
    func list(_ first: Int) -> [DrawnCell] {
      (0..<50).flatMap { row -> [DrawnCell] in
        let text = row == 0 ? "head" : row == 49 ? "foot" : "\(first + row): " + String(repeating: "abc ", count: 40)
        return (text + String(repeating: " ", count: 200 - text.count)).map { DrawnCell(String($0), Self.looks[1]) }
      }
    }
    let first = writer.draw(list(100), size: size, caret: nil)
    let terminal = VirtualTerminal(size: size)
    _ = terminal.feed(first)
    for top in [101, 103, 102, 99] {
      let bytes = writer.draw(list(top), size: size, caret: nil)
      _ = terminal.feed(bytes)
      expectShown(list(top), terminal)
      #expect(bytes.count < 600)
    }
  }

  private func expectShown(_ cells: [DrawnCell], _ terminal: VirtualTerminal) {
    for row in 0..<terminal.size.rows {
      for column in 0..<terminal.size.columns {
        let wanted = cells[row * terminal.size.columns + column]
        guard !wanted.text.isEmpty, let cell = terminal[row, column] else { continue }
        #expect((cell.text.isEmpty ? " " : cell.text) == wanted.text, "\(row),\(column)")
        #expect(cell.background == Self.colour(wanted.look.background), "\(row),\(column)")
        #expect(cell.isReversed == wanted.look.isReversed && cell.isUnderlined == wanted.look.isUnderlined)
        guard wanted.text != " " else { continue }
        #expect(cell.foreground == Self.colour(wanted.look.foreground) && cell.isBold == wanted.look.isBold)
      }
    }
  }

  private static func colour(_ paint: Paint) -> VirtualTerminal.Colour {
    switch paint {
    case .terminal: .standard
    case .ansi(let index), .indexed(let index): .indexed(index)
    case .rgb(let colour): .rgb(colour.bits)
    }
  }

  private static func picture(_ random: inout SplitMix) -> [DrawnCell] {
    (0..<size.rows).flatMap { _ in line(&random) }
  }

  private static func line(_ random: inout SplitMix) -> [DrawnCell] {
    var line: [DrawnCell] = []
    while line.count < size.columns {
      let look = looks.randomElement(using: &random) ?? Look()
      for _ in 0..<Int.random(in: 1...14, using: &random) where line.count < size.columns {
        let text = ["a", "b", " ", " ", " ", "王", "é", "─"].randomElement(using: &random) ?? " "
        if text == "王", line.count + 2 > size.columns { continue }
        line.append(DrawnCell(text, look))
        if text == "王" { line.append(DrawnCell("", look)) }
      }
    }
    return line
  }

  private static func change(_ cells: inout [DrawnCell], _ random: inout SplitMix) {
    let columns = size.columns
    func set(_ row: Int, _ line: [DrawnCell]) {
      cells.replaceSubrange((row * columns)..<((row + 1) * columns), with: line)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: cells = picture(&random)
    case 1: for _ in 0..<3 { set(Int.random(in: 0..<size.rows, using: &random), line(&random)) }
    case 2:
      let count = Int.random(in: 1...4, using: &random) * columns
      cells = Array(cells[columns..<(2 * columns)] + cells[(count + columns)...] + cells.prefix(count))
    default: set(5, Array(repeating: DrawnCell(" ", looks[5]), count: columns))
    }
  }
}
