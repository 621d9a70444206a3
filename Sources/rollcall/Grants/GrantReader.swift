/// Reads one line of `SHOW GRANTS`.
struct GrantReader {
  private let text: [Character]
  private var at = 0

  init(_ line: String) { text = Array(line) }

  private var next: Character? { at < text.count ? text[at] : nil }

  /// Passes a text, if it comes next.
  mutating func skip(_ expected: String) -> Bool {
    let end = at + expected.count
    guard end <= text.count, String(text[at..<end]) == expected else { return false }
    at = end
    return true
  }

  /// What may be done, with the columns of each; nil for a line that gives a role and no right.
  mutating func verbs() -> [(name: String, columns: [String])]? {
    var verbs: [(name: String, columns: [String])] = []
    repeat {
      var name = ""
      while let character = next, character == "_" || character == " " || character.isLetter {
        // What comes after ends the list.
        if String(text[at...].prefix(4)) == " ON " { break }
        name.append(character)
        at += 1
      }
      while name.hasSuffix(" ") { name.removeLast() }
      guard !name.isEmpty else { return nil }
      var columns: [String] = []
      if skip("(") {
        repeat {
          guard let column = identifier() else { return nil }
          columns.append(column)
        } while skip(", ")
        guard skip(")") else { return nil }
      }
      verbs.append((name.uppercased(), columns))
    } while skip(", ")
    return verbs
  }

  /// A word before a blank, if one comes next: `TABLE`, `FUNCTION`.
  mutating func word() -> String {
    var word = ""
    var place = at
    while place < text.count, text[place].isLetter {
      word.append(text[place])
      place += 1
    }
    guard !word.isEmpty, place < text.count, text[place] == " " else { return "" }
    at = place + 1
    return word.uppercased()
  }

  /// Where something may be done: `*.*`, `` `a`.* ``, `` `a`.`b` ``.
  mutating func place() -> (database: String?, table: String?)? {
    if skip("*.*") { return (nil, nil) }
    guard let database = identifier(), skip(".") else { return nil }
    if skip("*") { return (database, nil) }
    return identifier().map { (database, $0) }
  }

  /// A name between backticks, in which two of them are one.
  private mutating func identifier() -> String? {
    guard next == "`" else { return nil }
    var name = ""
    at += 1
    while let character = next {
      at += 1
      guard character == "`" else {
        name.append(character)
        continue
      }
      guard next == "`" else { return name }
      name.append("`")
      at += 1
    }
    return nil
  }

  /// Whether the line says after all names that it may be handed on.
  var endsWithGrantOption: Bool {
    let end = text.lastIndex { "`'\"".contains($0) } ?? 0
    let words = String(text[end...]).split(separator: " ")
    return words.contains("GRANT") && words.contains("OPTION")
  }
}
