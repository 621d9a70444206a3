/// Takes a filter's text apart, from its start to its end.
struct FilterReader {
  /// What a text is made of.
  enum Piece {
    case word(FilterWord)
    /// The sign for "or", and where it stands.
    case or(Range<Int>)
  }

  private let characters: [Character]
  private var index = 0

  init(_ text: String) { self.characters = Array(text) }

  /// The next piece; nil at the end.
  mutating func next() throws(FilterError) -> Piece? {
    while let space = current, space.isWhitespace { index += 1 }
    guard let first = current else { return nil }
    guard !first.isOr else {
      index += 1
      return .or((index - 1)..<index)
    }
    return .word(try word())
  }

  private var current: Character? { index < characters.count ? characters[index] : nil }
  private var isAtEnd: Bool { current.map { $0.isWhitespace || $0.isOr } ?? true }

  private mutating func word() throws(FilterError) -> FilterWord {
    let start = index
    var word = FilterWord()
    if current == "-" || current == "－" {
      index += 1
      word.isNegated = true
      guard !isAtEnd else { throw FilterError(finished(word, from: start), .nothingToNegate) }
      // An option that was taken for the filter, because a script's variable before it was empty: it must not mean
      // all but those that are called like it.
      guard current != "-", current != "－" else {
        while !isAtEnd { index += 1 }
        throw FilterError(finished(word, from: start), .negatedTwice)
      }
    }
    if current?.isQuotation == true {
      word.value = try quoted(word, from: start)
    } else {
      while !isAtEnd, word.sign == nil {
        guard let character = current else { break }
        word.sign = FilterWord.Sign(character)
        if word.sign == nil { word.value.append(character) }
        index += 1
      }
      if word.sign != nil {
        word.name = word.value
        word.value = ""
        if current?.isQuotation == true { word.value = try quoted(word, from: start) }
      }
      while !isAtEnd, let character = current {
        word.value.append(character)
        index += 1
      }
    }
    return finished(word, from: start)
  }

  /// What stands between quotation marks; two of them in a row stand for one.
  private mutating func quoted(_ word: FilterWord, from start: Int) throws(FilterError) -> String {
    index += 1
    var value = ""
    while let character = current {
      index += 1
      guard character.isQuotation else {
        value.append(character)
        continue
      }
      guard let next = current, next.isQuotation else {
        guard isAtEnd else {
          while !isAtEnd { index += 1 }
          throw FilterError(finished(word, from: start), .textAfterQuotation)
        }
        return value
      }
      value.append(next)
      index += 1
    }
    throw FilterError(finished(word, from: start), .openQuotation)
  }

  private func finished(_ word: FilterWord, from start: Int) -> FilterWord {
    var word = word
    word.range = start..<index
    word.text = String(characters[start..<index])
    return word
  }
}

extension Character {
  // A Chinese keyboard types the wide signs, and an editor makes round quotation marks.
  fileprivate var isOr: Bool { self == "|" || self == "｜" }
  fileprivate var isQuotation: Bool { "\"“”＂".contains(self) }
}
