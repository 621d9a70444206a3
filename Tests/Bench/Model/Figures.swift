import Foundation

/// All that a run found, as `--json` prints it and bench/speed/figures.json keeps it.
struct Figures: Codable, Equatable {
  /// When, and on which machine.
  var machine: String
  /// What was measured: programs and their versions.
  var versions: [String: String]
  var rows: [Row]

  /// With another run's rows in the place of ours of the same groups, and its machine.
  func merging(_ other: Figures) -> Figures {
    let groups = Set(other.rows.map(\.group))
    var order: [String] = []
    for group in (rows + other.rows).map(\.group) where !order.contains(group) { order.append(group) }
    let all = rows.filter { !groups.contains($0.group) } + other.rows
    return Figures(
      machine: other.machine, versions: versions.merging(other.versions) { $1 },
      rows: order.flatMap { group in all.filter { $0.group == group } })
  }

  /// - Throws: what reading a file and JSON throw.
  init(file: String) throws {
    self = try JSONDecoder().decode(Figures.self, from: Data(contentsOf: URL(filePath: file)))
  }

  init(machine: String, versions: [String: String], rows: [Row]) {
    (self.machine, self.versions, self.rows) = (machine, versions, rows)
  }

  /// As JSON.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
