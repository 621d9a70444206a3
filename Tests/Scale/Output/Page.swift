import Foundation

/// A page with tables of ours: each after a line `<!-- scale: NAME -->`, up to the next empty line.
struct Page {
  let file: String

  /// Puts the tables in, so that the page says what the command prints.
  func write(_ tables: [Table]) throws {
    var text = try String(contentsOfFile: file, encoding: .utf8)
    for table in tables {
      guard let mark = text.range(of: "<!-- scale: \(table.name) -->\n"),
        let end = text[mark.upperBound...].range(of: "\n\n")
      else { throw NoPlace(name: table.name) }
      text.replaceSubrange(mark.upperBound..<end.lowerBound, with: table.markdown)
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// The page has no place for a table.
  struct NoPlace: Error, CustomStringConvertible {
    let name: String
    var description: String { "the page has no line <!-- scale: \(name) --> with a table after it" }
  }
}
