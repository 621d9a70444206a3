import SessionCore

/// Writes a list row by row as its reader wants it: aligned for people, JSON or CSV for programs. A million rows take no
/// memory.
struct TableWriter<Row> {
  private let forPeople: [Column<Row>]
  private let forPrograms: [Column<Row>]
  private let format: OutputFormat
  private let output: DataOutput
  private let sorted: [Column<Row>]
  private var text: TextTable
  private(set) var count = 0

  init(_ columns: [Column<Row>], _ format: OutputFormat, output: DataOutput = DataOutput()) {
    forPeople = columns.filter { $0.audience != .programs }
    forPrograms = columns.filter { $0.audience != .people }
    self.format = format
    self.output = output
    // The same keys in the same order as in every other JSON of this program.
    sorted = forPrograms.sorted { $0.name < $1.name }
    text = TextTable(headings: forPeople.map(\.heading), colours: .standardOutput, width: LineWidth.standardOutput)
  }

  /// Writes a row.
  ///
  /// - Throws: ``OutputError``.
  mutating func add(_ row: Row) throws {
    count += 1
    if format.json {
      try output.write((count == 1 ? "[" : ",") + JSON.object(sorted.map { ($0.name, $0.cell(row)) }) + "\n")
    } else if format.csv {
      if count == 1 { try output.write(heading) }
      try output.write(CSV.line(forPrograms.map { $0.cell(row) }))
    } else {
      let language = text.language
      let cells = forPeople.map { column -> Cell in
        let cell = column.cell(row)
        return cell.plain == nil ? .text(column.absent(language)) : cell
      }
      try text.add(cells, to: output)
    }
  }

  /// Writes what ends the list.
  ///
  /// - Throws: ``OutputError``.
  mutating func finish() throws {
    if format.json {
      try output.write(count == 0 ? "[]\n" : "]\n")
    } else if format.csv {
      if count == 0 { try output.write(heading) }
    } else {
      try text.finish(to: output)
    }
    try output.flush()
  }

  private var heading: String { CSV.line(forPrograms.map { .text($0.name) }) }
}
