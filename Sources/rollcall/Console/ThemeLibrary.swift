import ColourSchemes
import Glibc
import Screen
import SessionCore

/// The themes that the console can wear: the house's own, those that come with it, and the user's.
struct ThemeLibrary {
  /// A theme that can be worn.
  struct Entry {
    let name: String
    let theme: Theme
    /// The file that it stands in; nil for the house's own.
    let file: String?
  }

  /// Themes by name, in the order in which they are offered.
  let themes: [Entry]

  private static let house = [
    Entry(name: "rollcall-dark", theme: .rollcallDark, file: nil),
    Entry(name: "rollcall-light", theme: .rollcallLight, file: nil),
  ]

  /// The themes of the directories that there are. A file that is no theme is left out here, and named when asked for.
  init() {
    var found = Dictionary(Self.house.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for directory in Self.directories {
      for name in Self.names(in: directory) where found[name] == nil {
        let file = directory + "/" + name + ".yaml"
        if let theme = try? Self.read(file) { found[name] = Entry(name: name, theme: theme, file: file) }
      }
    }
    themes = Self.house + found.values.filter { $0.file != nil }.sorted { $0.name < $1.name }
  }

  /// The theme after this one.
  func next(after name: String) -> Entry {
    let index = themes.firstIndex { $0.name == name }.map { ($0 + 1) % themes.count } ?? 0
    return themes[index]
  }

  /// The theme of a name, or of a file.
  ///
  /// - Throws: ``CommandFailure`` that says which names there are, or what is wrong with the file.
  static func theme(_ name: String) throws -> Entry {
    if ThemePlaces.isPath(name) {
      let file = String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
      return Entry(name: String(file.prefix { $0 != "." }), theme: try read(name), file: name)
    }
    if let theme = house.first(where: { $0.name == name }) { return theme }
    for file in directories.map({ $0 + "/" + name + ".yaml" }) where access(file, R_OK) == 0 {
      return Entry(name: name, theme: try read(file), file: file)
    }
    let names = ThemeLibrary().themes.map(\.name).joined(separator: ", ")
    throw CommandFailure(
      .usage, Phrase("There is no theme \(name). There are: \(names).", "没有主题 \(name)。可用主题：\(names)。"))
  }

  private static func read(_ path: String) throws -> Theme {
    guard let file = fopen(path, "re") else {
      throw CommandFailure(.usage, Phrase("The theme \(path) cannot be read.", "无法读取主题 \(path)。"))
    }
    defer { fclose(file) }
    // A scheme is 1 KB or so: what is much larger is none.
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    do throws(ThemeError) { return try Theme(yaml: String(decoding: bytes.prefix(count), as: UTF8.self)) } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw CommandFailure(.usage, Phrase("\(path)\(line): \(error.english)", "\(path)\(line)：\(error.chinese)"))
    }
  }

  /// Where themes are looked for: the user's first, then where the pages look too.
  private static var directories: [String] {
    let environment = DatabaseOptions.environment
    let home = environment("XDG_CONFIG_HOME") ?? environment("HOME").map { $0 + "/.config" }
    return [home.map { $0 + "/rollcall/themes" }].compactMap { $0 }
      + ThemePlaces.directories(of: Executable.directory)
  }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
    }
    return names
  }
}
