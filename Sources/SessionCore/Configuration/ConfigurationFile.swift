/// A configuration file: `name = value` a line, and lines that begin with `#` for people.
///
/// A value goes from the first character after `=` that is no blank to the last; in double quotes it may begin or end
/// with blanks and hold ` #`. Anything else is an error with its line, never a guess: a setting that is passed over
/// without a word is one that somebody relies on.
public struct ConfigurationFile: Hashable, Sendable {
  /// A setting's value and where it stands.
  public struct Entry: Hashable, Sendable {
    /// Which setting.
    public let setting: Configuration.Setting
    /// The value as programs look for it.
    public let value: String
    /// The line, from 1.
    public let line: Int
  }

  /// Other keys for an action of the console: `key.end = x`. Which actions and keys there are, the console knows.
  public struct KeyEntry: Hashable, Sendable {
    /// The action's name.
    public let action: String
    /// Its keys, with blanks between them.
    public let keys: String
    /// The line, from 1.
    public let line: Int
  }

  /// Where the file is.
  public let path: String
  /// What it sets, in its order.
  public let entries: [Entry]
  /// The keys that it changes, in its order.
  public let keys: [KeyEntry]

  /// More than any configuration needs: a wrong file is refused before it is read through.
  static let largest = 64 * 1024

  /// Reads a text.
  ///
  /// - Throws: ``ConfigurationError`` with the line, for anything that is no setting.
  public init(text: String, path: String) throws(ConfigurationError) {
    self.path = path
    var entries: [Entry] = []
    var keys: [KeyEntry] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, raw) in lines.enumerated() {
      let line = (index == 0 && raw.hasPrefix("\u{FEFF}") ? raw.dropFirst() : raw).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let key = try Self.key(line, path, index + 1) {
        if let other = keys.first(where: { $0.action == key.action }) {
          throw Self.twice("key." + key.action, path, key.line, other.line)
        }
        keys.append(key)
        continue
      }
      let entry = try Self.entry(line, path, index + 1)
      if let other = entries.first(where: { $0.setting == entry.setting }) {
        throw Self.twice(entry.setting.name, path, entry.line, other.line)
      }
      entries.append(entry)
    }
    self.entries = entries
    self.keys = keys
  }

  private static func twice(_ name: String, _ path: String, _ line: Int, _ other: Int) -> ConfigurationError {
    ConfigurationError(
      path, line: line,
      Phrase(
        "\(name) is set on line \(other) already: remove one of the two.", "\(name) 已在第 \(other) 行设置：请删去其中之一。"))
  }

  /// What is set for a setting.
  public subscript(setting: Configuration.Setting) -> Entry? { entries.first { $0.setting == setting } }

  /// What is set for the setting of a variable of the environment; nil for a variable that is no setting's.
  public subscript(variable name: String) -> String? { entries.first { $0.setting.variable == name }?.value }

  /// Other keys for an action; nil for a line that is about something else.
  private static func key(_ line: Substring, _ path: String, _ number: Int) throws(ConfigurationError) -> KeyEntry? {
    guard line.hasPrefix("key."), let equals = line.firstIndex(of: "=") else { return nil }
    try checkText(line, path, number)
    let name = String(line[..<equals].trimmed)
    let value = try unquoted(line[line.index(after: equals)...].trimmed, name, path, number)
    return KeyEntry(action: String(name.dropFirst("key.".count)), keys: value, line: number)
  }

  private static func checkText(_ line: Substring, _ path: String, _ number: Int) throws(ConfigurationError) {
    guard !line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) else {
      throw ConfigurationError(path, line: number, Phrase("this is not a text file.", "这不是文本文件。"))
    }
  }

  private static func entry(_ line: Substring, _ path: String, _ number: Int) throws(ConfigurationError) -> Entry {
    try checkText(line, path, number)
    guard let equals = line.firstIndex(of: "=") else {
      throw ConfigurationError(
        path, line: number,
        Phrase(
          "this is no 'name = value': put # before what is meant for people.", "此行不是“名称 = 值”：给人看的内容请以 # 开头。"))
    }
    let name = String(line[..<equals].trimmed)
    guard let setting = Configuration.Setting.all.first(where: { $0.name == name }) else {
      throw ConfigurationError(path, line: number, unknown(name))
    }
    let value = try unquoted(line[line.index(after: equals)...].trimmed, name, path, number)
    switch setting.checked(value) {
    case .success(let value): return Entry(setting: setting, value: value, line: number)
    case .failure(let error):
      throw ConfigurationError(
        path, line: number, Phrase("\(name) \(error.phrase.english).", "\(name) \(error.phrase.chinese)。"))
    }
  }

  private static func unknown(_ name: String) -> Phrase {
    guard let nearest = nearest(to: name, in: Configuration.Setting.all.map(\.name)) else {
      return Phrase(
        "there is no such setting: 'rollcall config example' shows all.", "没有这个设置项：“rollcall config example”列出全部。")
    }
    return Phrase(
      "there is no such setting: did you mean \(nearest)?", "没有这个设置项：是否想写 \(nearest)？")
  }

  private static func unquoted(_ text: Substring, _ name: String, _ path: String, _ line: Int)
    throws(ConfigurationError) -> String
  {
    if text.hasPrefix("\"") {
      guard text.count > 2, text.hasSuffix("\""), !text.dropFirst().dropLast().contains("\"") else {
        throw ConfigurationError(
          path, line: line,
          Phrase("\(name) needs its closing quote at the end of the line.", "\(name) 的值应在行末以双引号结束。"))
      }
      return String(text.dropFirst().dropLast())
    }
    guard !text.isEmpty, !text.hasPrefix("#") else {
      throw ConfigurationError(
        path, line: line,
        Phrase("\(name) has no value: give one, or put # before the line.", "\(name) 没有值：请填写，或在行首加 #。"))
    }
    guard !zip(text, text.dropFirst()).contains(where: { ($0 == " " || $0 == "\t") && $1 == "#" }) else {
      throw ConfigurationError(
        path, line: line,
        Phrase(
          "a comment stands on a line of its own; put a value that holds ' #' in double quotes.",
          "注释应独占一行；含有“ #”的值请用双引号括起。"))
    }
    return String(text)
  }
}

extension Substring {
  /// Without the blanks at both ends.
  var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}
