/// One word of a filter: `name:value`, or a bare value.
struct FilterWord {
  let name: String?
  let value: String
  /// Where the word stands in the text, in characters.
  let range: Range<Int>

  static func split(_ text: String) -> [FilterWord] {
    var words: [FilterWord] = []
    var start: Int?
    let characters = Array(text)
    for index in 0...characters.count {
      let isSpace = index == characters.count || characters[index].isWhitespace
      if !isSpace, start == nil { start = index }
      guard isSpace, let first = start else { continue }
      start = nil
      let word = characters[first..<index]
      if let colon = word.firstIndex(of: ":") {
        words.append(
          FilterWord(name: String(word[..<colon]), value: String(word[(colon + 1)...]), range: first..<index))
      } else {
        words.append(FilterWord(name: nil, value: String(word), range: first..<index))
      }
    }
    return words
  }

  func loginKey() throws -> String {
    guard let key = Login.key(for: value), !key.isEmpty else { throw FilterError(word: self, problem: .missingValue) }
    return key
  }
}

/// A filter that cannot be read, and where.
public struct FilterError: Error, Hashable {
  /// What is wrong with the word.
  public enum Problem: Hashable, Sendable {
    /// The part before the colon is none of these.
    case unknownWord([String])
    /// The part after the colon is none of these.
    case unknownValue([String])
    /// Nothing stands after the colon.
    case missingValue
  }

  /// The word as typed.
  public let word: String
  /// Where it stands, in characters from the start.
  public let range: Range<Int>
  /// What is wrong with it.
  public let problem: Problem

  init(word: FilterWord, problem: Problem) {
    self.word = (word.name.map { $0 + ":" } ?? "") + word.value
    self.range = word.range
    self.problem = problem
  }

  /// What is wrong and what would be right, in one sentence.
  public var phrase: Phrase {
    switch problem {
    case .unknownWord(let known):
      Phrase(
        "“\(word)” is not a filter word: use \(known.joined(separator: ", ")) or a part of the login.",
        "“\(word)”不是筛选词：请用 \(known.joined(separator: "、")) 或登录名的一部分。")
    case .unknownValue(let known):
      Phrase(
        "“\(word)” is not known: use one of \(known.joined(separator: ", ")).",
        "无法识别“\(word)”：请用 \(known.joined(separator: "、")) 之一。")
    case .missingValue:
      Phrase("“\(word)” needs a login after the colon.", "“\(word)”的冒号后面需要登录名。")
    }
  }
}
