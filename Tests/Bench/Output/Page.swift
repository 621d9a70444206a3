import Foundation

/// docs/speed.md, with tables of ours: each after a line `<!-- bench: GROUP -->`, up to the next empty line.
struct Page {
  let file: String

  /// Puts the tables of all groups that were measured in, and the machine's words.
  ///
  /// - Throws: ``NoPlace``, and what reading and writing a file throw.
  func write(_ figures: Figures) throws {
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let versions = figures.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    try Self.put("*\(figures.machine). \(versions.joined(separator: ", ")).*", at: "machine", in: &text)
    for group in Set(figures.rows.map(\.group)) {
      try Self.put(Self.table(figures.rows.filter { $0.group == group }), at: group, in: &text)
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  private static func put(_ words: String, at name: String, in text: inout String) throws {
    guard let mark = text.range(of: "<!-- bench: \(name) -->\n"), let end = text[mark.upperBound...].range(of: "\n\n")
    else { throw NoPlace(name: name) }
    text.replaceSubrange(mark.upperBound..<end.lowerBound, with: words)
  }

  /// A line for each thing and peer, a column for each size: our figure, its p99, how many times the peer's.
  static func table(_ rows: [Row]) -> String {
    let sizes = Set(rows.compactMap(\.size)).sorted()
    var keys: [String] = []
    for row in rows where !keys.contains(row.line) { keys.append(row.line) }
    let heads = ["what", "beside"] + sizes.map { Double($0).rough } + ["goal"]
    let marks = ["---", "---"] + sizes.map { _ in "--:" } + ["---"]
    let lines = keys.compactMap { key -> [String]? in
      let same = rows.filter { $0.line == key }
      guard let first = same.first else { return nil }
      let cells = sizes.map { size in same.first { $0.size == size }.map(cell) ?? "" }
      let missed = same.contains { $0.holds == false }
      return ["\(first.what), \(first.unit)", first.peer ?? ""] + cells
        + [(first.goal ?? "") + (missed ? " **missed**" : "")]
    }
    return ([heads, marks] + lines).map { "| " + $0.map(Self.escaped).joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String { text.replacingOccurrences(of: "|", with: "\\|") }

  private static func cell(_ row: Row) -> String {
    var text = row.figure.rough
    if let p99 = row.p99 { text += ", p99 \(p99.rough)" }
    if let ratio = row.ratio { text += " (\(ratio.rough) ×)" }
    return text
  }

  /// The page has no place for a table.
  struct NoPlace: Error, CustomStringConvertible {
    let name: String
    var description: String { "the page has no line <!-- bench: \(name) --> with a table after it" }
  }
}

extension Row {
  /// What is the same at every size.
  fileprivate var line: String {
    // A peer that is ourselves at the smallest size is named by that size; imports by their users.
    "\(what.replacing(/[0-9,]{3,}/, with: ""))/\(peer ?? "")"
  }
}
