import SessionCore

/// The file `names`: what a site is called and where its front page is, a `key = value` a line.
struct SiteNames {
  /// What a line may set; each also for one language, as in `name.zh-Hans`.
  private static let keys = ["name", "home"]
  /// The most characters of a name: it stands on the narrowest screen.
  private static let longest = 80

  private var values: [String: String] = [:]

  /// Reads the file.
  ///
  /// - Throws: ``TemplateError`` with the line, for anything else.
  init(_ file: TemplateFile) throws(TemplateError) {
    let known = Self.keys.flatMap { key in [key] + Language.allCases.map { "\(key).\($0.rawValue)" } }
    let lines = try file.text().split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let content = Self.trimmed(line)
      if content.isEmpty || content.hasPrefix("#") { continue }
      func broken(_ sentence: String) -> TemplateError { TemplateError(file.path, line: index + 1, sentence) }
      guard let equals = content.firstIndex(of: "=") else { throw broken("a line is written key = value.") }
      let key = String(Self.trimmed(content[..<equals]))
      let value = String(Self.trimmed(content[content.index(after: equals)...]))
      guard known.contains(key) else {
        throw broken("there is no '\(key)': there are \(known.joined(separator: ", ")).")
      }
      guard values[key] == nil else { throw broken("\(key) is there twice: remove one.") }
      guard !value.isEmpty, value.count <= Self.longest || key.hasPrefix("home") else {
        throw broken("\(key) has 1 to \(Self.longest) characters.")
      }
      if key.hasPrefix("home"), !Self.isAddress(value) {
        throw broken("\(key) is a path from / on, or begins with https://, without blanks and quotes.")
      }
      values[key] = value
    }
  }

  /// The value for a language, else the one for all.
  subscript(key: String, language: Language) -> String? { values["\(key).\(language.rawValue)"] ?? values[key] }

  private static func isAddress(_ text: String) -> Bool {
    if text.hasPrefix("/") { return ReturnPath(text) != nil }
    return text.hasPrefix("https://") && text.utf8.count <= ReturnPath.maximumBytes
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'<>\\`".utf8.contains($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
