/// The part of YAML that base16 schemes are written in: `key: "value"`, and below a key without a value the same once
/// more, indented. Anything else is an error with its line, never a guess.
struct SchemeFile {
  /// A value and the line that it stands on, from 1.
  struct Entry: Hashable {
    let value: String
    let line: Int
  }

  /// By key, and below a section by `section.key`.
  private(set) var entries: [String: Entry] = [:]

  /// More than any scheme needs: a wrong file is refused before it is read through.
  static let largest = 65_536

  init(_ text: String) throws(ThemeError) {
    guard text.utf8.count <= Self.largest else {
      throw ThemeError("it is too large for a colour scheme.", "文件太大，不是配色方案。")
    }
    var section: String?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, raw) in lines.enumerated() {
      let number = index + 1
      let line = index == 0 && raw.hasPrefix("\u{FEFF}") ? raw.dropFirst() : raw
      guard !line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
        throw ThemeError(line: number, "this is not a text file.", "这不是文本文件。")
      }
      let content = line.drop(while: \.isWhitespace)
      if content.isEmpty || content.hasPrefix("#") || content == "---" || content == "..." { continue }
      let (key, value) = try Self.pair(content, number)
      let isIndented = content.startIndex != line.startIndex
      if !isIndented, value.isEmpty {
        section = key
        continue
      }
      if !isIndented { section = nil }
      let name = isIndented ? "\(section ?? "").\(key)" : key
      guard entries[name] == nil else {
        throw ThemeError(line: number, "\(key) is there twice: remove one.", "\(key) 出现了两次：请删去一个。")
      }
      entries[name] = Entry(value: value, line: number)
    }
  }

  private static func pair(_ content: Substring, _ line: Int) throws(ThemeError) -> (String, String) {
    guard let colon = content.firstIndex(of: ":") else {
      throw ThemeError(
        line: line, "this is no 'key: \"value\"': it is not a base16 scheme.", "此行不是“键: \"值\"”：这不是 base16 配色方案。")
    }
    let key = unquoted(content[..<colon])
    let rest = content[content.index(after: colon)...].drop(while: \.isWhitespace)
    guard let mark = rest.first, mark == "\"" || mark == "'" else {
      // A comment needs a blank before it, so that an unquoted #88C0D0 is a colour.
      let value = rest.split(separator: " #", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
      return (key, unquoted(value))
    }
    guard let end = rest.dropFirst().firstIndex(of: mark) else {
      throw ThemeError(line: line, "the closing quote is missing.", "缺少右引号。")
    }
    return (key, String(rest[rest.index(after: rest.startIndex)..<end]))
  }

  private static func unquoted(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count >= 2, let mark = text.first, mark == "\"" || mark == "'", text.last == mark {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
