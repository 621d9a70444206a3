import ColourSchemes
import Console
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

  /// The house theme for dark rooms.
  static let houseDark = Entry(name: "rollcall-dark", theme: .rollcallDark, file: nil)
  /// The house theme for bright rooms.
  static let houseLight = Entry(name: "rollcall-light", theme: .rollcallLight, file: nil)
  private static let house = [houseDark, houseLight]

  /// The house theme that goes with a ground.
  static func house(isLight: Bool) -> Entry { isLight ? houseLight : houseDark }

  /// The themes of the directories that there are. A file that is no theme is left out here, and named when asked for.
  init() {
    var found = Dictionary(Self.house.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for directory in Self.directories {
      for (name, file) in Self.files(in: directory) where found[name] == nil {
        if let theme = try? Self.read(file) { found[name] = Entry(name: name, theme: theme, file: file) }
      }
    }
    themes = Self.house + found.values.filter { $0.file != nil }.sorted { $0.name < $1.name }
  }

  /// The same with one more, that was given by its file.
  init(including entry: Entry) {
    let others = ThemeLibrary().themes
    themes =
      others.contains { $0.name == entry.name && $0.file == entry.file }
      ? others : [entry] + others.filter { $0.name != entry.name }
  }

  /// What the console lists.
  var choices: [ThemeChoice] { themes.map { ThemeChoice(name: $0.name, isLight: $0.theme.isLight) } }

  /// The theme of a name; nil when there is none.
  func theme(called name: String) -> Theme? { themes.first { $0.name == name }?.theme }

  /// The theme of a name, or of a file.
  ///
  /// - Throws: ``CommandFailure`` that says which names there are, or what is wrong with the file.
  static func theme(_ name: String) throws -> Entry {
    if ThemePlaces.isPath(name) {
      let file = String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
      return Entry(name: String(file.prefix { $0 != "." }), theme: try read(name), file: name)
    }
    if let theme = house.first(where: { $0.name == name }) { return theme }
    for directory in directories {
      guard let file = files(in: directory).first(where: { $0.name == name })?.file else { continue }
      return Entry(name: name, theme: try read(file), file: file)
    }
    let names = ThemeLibrary().themes.map(\.name).joined(separator: ", ")
    throw CommandFailure(
      .usage, Phrase("There is no theme \(name). There are: \(names).", "没有主题 \(name)。可用主题：\(names)。"))
  }

  private static func read(_ path: String) throws -> Theme {
    guard let file = RegularFile.open(path) else {
      throw CommandFailure(
        .usage,
        Phrase(
          "The theme \(path) cannot be read: name a plain file that you may read.",
          "无法读取主题 \(path)：请指定可读取的普通文件。"))
    }
    defer { fclose(file) }
    // A scheme is 1 KB or so: what is much larger is none.
    var bytes = [UInt8](repeating: 0, count: 64 * 1024 + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    do throws(ThemeError) { return try Theme(yaml: String(decoding: bytes.prefix(count), as: UTF8.self)) } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw CommandFailure(.usage, Phrase("\(path)\(line): \(error.english)", "\(path)\(line)：\(error.chinese)"))
    }
  }

  /// Where themes are looked for: the user's first, then where the pages look too.
  private static var directories: [String] {
    let environment = DatabaseOptions.environment
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    let given = environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = given ?? environment("HOME").map { $0 + "/.config" }
    return [home.map { $0 + "/rollcall/themes" }].compactMap { $0 }
      + ThemePlaces.directories(of: Executable.directory)
  }

  /// The schemes in a directory and in those below it, by their names: a whole collection can be put there as it is. Where
  /// two have the same name, the second goes by its directory's as well.
  private static func files(in path: String, depth: Int = 2) -> [(name: String, file: String)] {
    var found: [(name: String, file: String)] = []
    var below: [String] = []
    for entry in entries(of: path).sorted() where !entry.hasPrefix(".") {
      if let ending = [".yaml", ".yml"].first(where: entry.hasSuffix) {
        found.append((String(entry.dropLast(ending.count)), path + "/" + entry))
      } else if depth > 0, !entry.contains(".") {
        below.append(entry)
      }
    }
    for directory in below {
      for (name, file) in files(in: path + "/" + directory, depth: depth - 1) {
        let isTaken = found.contains { $0.name == name }
        found.append((isTaken ? name + "-" + directory : name, file))
      }
    }
    return found
  }

  private static func entries(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }
}
