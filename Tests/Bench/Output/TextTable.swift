/// The rows for people, at most 100 columns wide.
struct TextTable {
  let figures: Figures

  private static let heads = ["", "sessions", "Rollcall", "p99", "", "beside", "figure", "ratio", "goal"]

  var text: String {
    var lines = [
      figures.machine,
      figures.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", "),
    ]
    var group = ""
    let cells = figures.rows.map(Self.cells)
    let widths = Self.heads.indices.map { column in ([Self.heads] + cells).map { $0[column].count }.max() ?? 0 }
    for (row, cells) in zip(figures.rows, cells) {
      if row.group != group {
        group = row.group
        lines += ["", Self.line([group] + Self.heads.dropFirst(), widths)]
      }
      lines.append(Self.line(cells, widths))
    }
    return lines.map { $0.trimmingEnd }.joined(separator: "\n")
  }

  static func cells(_ row: Row) -> [String] {
    let goal = row.goal.map { $0 + (row.holds.map { $0 ? "" : ": missed" } ?? "") } ?? ""
    return [
      "  " + row.what, row.size.map { Double($0).rough } ?? "", row.figure.rough, row.p99?.rough ?? "", row.unit,
      row.peer ?? "",
      row.peerFigure?.rough ?? "", row.ratio?.rough ?? "", goal,
    ]
  }

  /// Words to the left, numbers to the right.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { column, pair in
      let pad = String(repeating: " ", count: max(0, pair.1 - pair.0.count))
      return [1, 2, 3, 6, 7].contains(column) ? pad + pair.0 : pair.0 + pad
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
