import Foundation
import Support

// Measures Rollcall beside its peers. script/bench runs it; see there.

@main
enum Bench {
  static func main() {
    do {
      try run(Options(Array(CommandLine.arguments.dropFirst())))
    } catch {
      note("\(error)")
      exit(1)
    }
  }

  private static func run(_ options: Options) throws {
    let store = DataStore(
      directory: options.data, seed: options.seed, bin: options.bin, root: options.root, say: note)
    let site = Site(
      bin: options.bin, root: options.root, tools: options.tools, bench: options.bench, store: store,
      sizes: options.sizes,
      runs: options.runs)
    if let file = options.bounds { return try short(site, file, options) }
    var figures: Figures
    if options.groups.isEmpty {
      figures = try Figures(file: options.figures)
    } else {
      let rows = try options.groups.flatMap { try Group(rawValue: $0).map { try $0.rows(site) } ?? [] }
      figures = Figures(machine: Machine.words, versions: Machine.versions(options.bin), rows: rows)
    }
    print(options.isJSON ? try figures.json : TextTable(figures: figures).text)
    guard options.isWritten else { return }
    if let old = try? Figures(file: options.figures) { figures = old.merging(figures) }
    try (figures.json + "\n").write(toFile: options.figures, atomically: true, encoding: .utf8)
    try Page(file: options.root + "/docs/speed.md").write(figures)
    for group in Set(figures.rows.map(\.group)) {
      let plot = Plot(group, figures.rows)
      guard !plot.panels.isEmpty else { continue }
      let file = options.root + "/docs/pictures/speed-\(group).svg"
      try plot.svg.write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  /// Prints each figure with its bound, and ends with 5 when one is exceeded.
  private static func short(_ site: Site, _ file: String, _ options: Options) throws {
    let figures = try Short(site: site).figures()
    if options.isWritten {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let text = String(decoding: try encoder.encode(Bounds.above(figures)), as: UTF8.self)
      try (text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
    let bounds = try Bounds(file: file)
    let width = figures.map(\.name.count).max() ?? 0
    for (name, figure) in figures {
      let pad = String(repeating: " ", count: width - name.count)
      print("\(name)\(pad)  \(figure.rough)  at most \(bounds.most[name]?.rough ?? "–")")
    }
    let faults = bounds.faults(figures)
    for fault in faults { note(fault) }
    if !faults.isEmpty { exit(5) }
  }

  static func note(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
}

/// What can be asked for.
enum Group: String, CaseIterable {
  case check, fastcgi, login, upkeep, console, commands

  func rows(_ site: Site) throws -> [Row] {
    switch self {
    case .check: try CheckGroup(site: site).rows()
    case .fastcgi: try FastCGIGroup(site: site).rows()
    case .login: try LoginGroup(site: site).rows()
    case .upkeep: try UpkeepGroup(site: site).rows()
    case .commands: try CommandsGroup(site: site).rows()
    case .console: try ConsoleGroup(site: site).rows()
    }
  }
}
