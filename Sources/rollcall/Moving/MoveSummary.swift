import SessionCore
import SessionStore

/// What a run of a move did, and what it found.
struct MoveSummary {
  let from: String
  let to: String
  var stage = Move.Stage.new
  /// Whether this run has copied all that there was.
  var isCopied = false
  /// Rows that this run copied.
  var copied = 0
  /// Rows that this run put right, because they had changed since they were copied.
  var changed = 0
  /// How many rows the source has.
  var rows: Int?
  /// How long logins will rest.
  var expectedPause: Interval?
  /// What the comparison at rest found; nil when this run made none.
  var found: MoveReport?

  init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// Writes it to standard output: for people the tables, for programs one object.
  ///
  /// - Throws: ``OutputError``.
  func write(_ format: OutputFormat) throws {
    if format.json { return try Output.line(try JSON.text(Form(self))) }
    guard let found else { return }
    var writer = TableWriter(Self.columns, format)
    for table in found.tables { try writer.add(table) }
    try writer.finish()
  }

  private static var columns: [Column<MovedTableReport>] {
    [
      Column("table", Phrase("TABLE", "表")) { .text($0.name) },
      Column("rows", Phrase("ROWS", "行数")) { .number(Int64($0.rows)) },
      Column("copied_rows", Phrase("COPIED", "副本行数")) { .number(Int64($0.targetRows)) },
      Column("equal", Phrase("EQUAL", "一致")) { .flag($0.isEqual) },
      Column("sha256", Phrase("SHA-256", "SHA-256"), for: .programs) { .text($0.sourceSum.hexadecimal) },
      Column("sum", Phrase("SHA-256", "SHA-256"), for: .people) { .text(String($0.sourceSum.hexadecimal.prefix(16))) },
    ]
  }

  /// As a program reads it.
  private struct Form: Encodable {
    struct Table: Encodable {
      let table: String
      let rows: Int
      let copied_rows: Int
      let equal: Bool
      let sha256: String
      let copied_sha256: String
    }

    let from: String
    let to: String
    let stage: String
    let copied: Int
    let changed: Int
    let rows: Int?
    let equal: Bool?
    let sha256: String?
    let tables: [Table]

    init(_ summary: MoveSummary) {
      from = summary.from
      to = summary.to
      stage = summary.stage.rawValue
      copied = summary.copied
      changed = summary.changed
      rows = summary.found?.rows ?? summary.rows
      equal = summary.found?.isEqual
      sha256 = summary.found?.sum.hexadecimal
      tables = (summary.found?.tables ?? []).map { table in
        Table(
          table: table.name, rows: table.rows, copied_rows: table.targetRows, equal: table.isEqual,
          sha256: table.sourceSum.hexadecimal, copied_sha256: table.targetSum.hexadecimal)
      }
    }
  }
}

extension [UInt8] {
  /// Two digits a byte.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
