import SessionCore

/// How the word before the caret can go on, and which way was chosen.
struct Completion: Equatable, Sendable {
  /// Where the word stands, in characters from the start.
  var range: Range<Int>
  /// What it can become.
  var words: [String]
  /// The one that stands there now; nil until one is chosen.
  var chosen: Int?
}

extension State {
  /// How the word before the caret can go on. The language's own words and values are asked of whoever reads it, by a word
  /// that nobody types: so there is one list of them. Names and addresses come from the rows on the screen.
  func completion(_ editor: FilterEditor) -> Completion? {
    let line = editor.line
    let characters = Array(line.text)
    guard let start = Self.wordStart(characters, caret: line.caret) else { return nil }
    let range = start..<line.caret
    var word = String(characters[range])
    guard !word.isEmpty else { return nil }
    let isNegated = word.hasPrefix("-") || word.hasPrefix("－")
    if isNegated { word.removeFirst() }
    guard !word.isEmpty else { return nil }
    let sign = word.firstIndex { ":<>：＜＞".contains($0) }
    let all = sign.map { values(of: word[..<$0], sign: word[$0], editor.shown) } ?? names(editor.shown)
    let sought = word.lowercased()
    let words = all.filter { $0.count > word.count && $0.lowercased().filter { $0 != "\"" }.hasPrefix(sought) }
    var seen: Set<String> = []
    let found = words.filter { seen.insert($0).inserted }.prefix(20).map { (isNegated ? "-" : "") + $0 }
    return found.isEmpty ? nil : Completion(range: range, words: Array(found))
  }

  /// Where the word before the caret begins; nil inside of quotation marks.
  private static func wordStart(_ characters: [Character], caret: Int) -> Int? {
    var start = 0
    var isQuoted = false
    for (index, character) in characters.prefix(caret).enumerated() {
      if "\"“”＂".contains(character) { isQuoted.toggle() }
      if !isQuoted, character.isWhitespace || "|｜".contains(character) { start = index + 1 }
    }
    return isQuoted ? nil : start
  }

  // No keyboard types it.
  private static let nonsense = "\u{1}"

  /// The names of the language, with the signs after them, and the logins on the screen.
  private func names(_ shown: ShownValues) -> [String] {
    guard case .unknownWord(let names)? = filterError(Self.nonsense + ":x")?.problem else { return [] }
    let both = names.flatMap { name in
      name.hasSuffix("<")
        ? [name, name.dropLast() + ">"] : name.hasSuffix(">") ? [name, name.dropLast() + "<"] : [name]
    }
    return both + shown.of("user")
  }

  /// A name with each value that it can have.
  private func values(of name: Substring, sign: Character, _ shown: ShownValues) -> [String] {
    let start = String(name) + String(sign)
    switch filterError(start + Self.nonsense)?.problem {
    case .unknownValue(let values)?: return values.map { start + $0 }
    case .wrongForm(let examples)?: return examples.filter { $0.hasPrefix(start) }
    case .notALength?: return ["10m", "1h", "1d", "7d", "30d"].map { start + $0 }
    case .unknownWord?: return []
    default: return shown.of(name).map { start + $0 }
    }
  }
}

extension FilterEditor {
  /// Takes another text; what completed the one before says nothing of it.
  mutating func turn(to text: String) {
    line = LineEditor(text)
    completion = nil
  }

  /// Goes on with the word before the caret: as far as all ways go together, then through the ways one by one.
  mutating func complete(_ step: Int, _ found: Completion?) {
    guard var completion = completion ?? found else { return }
    let next: String
    if let chosen = completion.chosen {
      completion.chosen = (chosen + step + completion.words.count) % completion.words.count
      next = completion.words[completion.chosen ?? 0]
    } else if let common = completion.common, common.count > completion.range.count, completion.words.count > 1 {
      line.replace(completion.range, with: common)
      return
    } else {
      completion.chosen = step > 0 ? 0 : completion.words.count - 1
      next = completion.words[completion.chosen ?? 0]
    }
    line.replace(completion.range, with: next)
    completion.range = completion.range.lowerBound..<(completion.range.lowerBound + next.count)
    // One way alone is gone: what comes next is another word's business.
    self.completion = completion.words.count > 1 ? completion : nil
  }
}

extension Completion {
  /// What all words begin with.
  fileprivate var common: String? {
    guard let first = words.first else { return nil }
    return words.dropFirst().reduce(first) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
  }
}
