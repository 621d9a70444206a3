import Screen
import SessionCore

/// A few values with names: one line each for people, one object in JSON, a heading and one row in CSV.
struct Report {
  /// A value with what programs and people call it.
  struct Field {
    let name: String
    let heading: Phrase
    let cell: Cell

    init(_ name: String, _ heading: Phrase, _ cell: Cell) {
      self.name = name
      self.heading = heading
      self.cell = cell
    }
  }

  let fields: [Field]

  init(_ fields: [Field]) { self.fields = fields }

  /// Writes it to standard output.
  ///
  /// - Throws: ``OutputError``.
  func write(_ format: OutputFormat) throws {
    let output = DataOutput()
    if format.json {
      try output.write(JSON.object(fields.map { ($0.name, $0.cell) }.sorted { $0.0 < $1.0 }) + "\n")
    } else if format.csv {
      try output.write(CSV.line(fields.map { .text($0.name) }) + CSV.line(fields.map(\.cell)))
    } else {
      let language = Narration.language
      let colours = Colours.standardOutput
      let width = fields.map { SafeText.width($0.heading(language)) }.max() ?? 0
      for field in fields {
        let value = SafeText.safe(field.cell.plain ?? "–")
        var painted = value
        if case .word(_, let ink) = field.cell { painted = colours.painted(value, Style(ink)) }
        try output.write(SafeText.fit(field.heading(language), width) + "  " + painted + "\n")
      }
    }
    try output.flush()
  }
}
