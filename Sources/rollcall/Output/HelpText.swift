/// Help as it is printed.
enum HelpText {
  /// The text with its paragraphs filled to the width, and its usage lines, which ArgumentParser leaves as long as they
  /// are, broken between options.
  ///
  /// - Parameters:
  ///   - columns: the width.
  ///   - message: what ArgumentParser writes for a width. It breaks a paragraph's lines one by one, so that they are
  ///     taken as they stand in the source and filled here.
  /// - Returns: the text, its lines no longer than that where they can be broken.
  static func wrapped(columns: Int, _ message: (_ columns: Int) -> String) -> String {
    let lines = lines(message(columns))
    guard lines.first?.hasPrefix("OVERVIEW: ") == true, let usage = lines.firstIndex(where: isUsage) else {
      return lines.map { broken($0, columns) }.joined(separator: "\n")
    }
    let overview = filled(self.lines(message(10_000)).prefix { !isUsage($0) }, columns)
    return (overview + lines[usage...].map { broken($0, columns) }).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func isUsage(_ line: String) -> Bool { line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ") }

  /// Lines with each paragraph of them filled. A line that begins with a space is a row of a list, one that begins with
  /// `Example:` a paragraph of its own.
  private static func filled(_ lines: ArraySlice<String>, _ columns: Int) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in lines {
      let isText = !line.isEmpty && !line.hasPrefix(" ")
      if isText, isOpen, !line.hasPrefix("Example:") {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(line)
      }
      isOpen = isText
    }
    return paragraphs.flatMap { wrapped($0, hanging: hang(of: $0), columns) }
  }

  /// How far the second line of a paragraph stands in: as far as the text of a list's row.
  private static func hang(of line: String) -> Int {
    if line.hasPrefix("Example: ") { return "Example: ".count }
    guard line.hasPrefix(" "), let gap = line.drop(while: { $0 == " " }).firstRange(of: "  ") else { return 0 }
    return line[..<gap.lowerBound].count + line[gap.lowerBound...].prefix { $0 == " " }.count
  }

  private static func wrapped(_ line: String, hanging: Int, _ columns: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(line)
    while rest.count > columns {
      let room = rest.prefix(columns + 1)
      guard let space = room.lastIndex(of: " "), rest.prefix(upTo: space).contains(where: { $0 != " " }) else { break }
      lines.append(String(rest[..<space]))
      rest = String(repeating: " ", count: hanging) + rest[rest.index(after: space)...]
    }
    return lines + [String(rest)]
  }

  private static func broken(_ line: String, _ columns: Int) -> String {
    guard line.count > columns, isUsage(line) else { return line }
    var lines = [""]
    for part in parts(line) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = part
      } else if last.count + 1 + part.count <= columns {
        lines[lines.count - 1] += " " + part
      } else {
        lines.append("         " + part)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Words, and what stands in brackets as one.
  private static func parts(_ line: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    for word in line.split(separator: " ") {
      if depth > 0 { parts[parts.count - 1] += " " + word } else { parts.append(String(word)) }
      depth += word.count { $0 == "[" } - word.count { $0 == "]" }
    }
    return parts
  }
}
