import Foundation

// How many logins and checks a second a site takes, by simulation: what docs/scale.md says. See script/scale.

@main
enum Scale {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("scale: \(error)\n".utf8))
      exit(1)
    }
  }

  // The file of figures; then `--json`, or the page whose tables are written anew.
  private static func run(_ arguments: [String]) throws {
    guard let file = arguments.first, arguments.count <= 2 else { throw Usage() }
    let tables = try Tables(figures: Figures(file: file)).all()
    switch arguments.dropFirst().first {
    case nil:
      for table in tables { print("\(table.name)\n\n\(table.markdown)\n") }
    case "--json":
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(tables), as: UTF8.self))
    case let page?:
      try Page(file: page).write(tables)
      let picture = URL(filePath: page).deletingLastPathComponent().appending(path: "pictures/scale-deaths.svg")
      try Tables(figures: Figures(file: file)).deathsChart().svg
        .write(to: picture, atomically: true, encoding: .utf8)
    }
  }

  private struct Usage: Error, CustomStringConvertible {
    let description = "Scale FIGURES [--json | PAGE]"
  }
}
