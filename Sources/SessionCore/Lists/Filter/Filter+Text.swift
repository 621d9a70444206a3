extension Filter {
  /// The most bytes of a filter's text.
  public static var maximumBytes: Int { 4096 }
  /// The most words of a filter's text.
  public static var maximumWords: Int { 64 }

  /// Reads a filter; `read` makes a term of each of its words.
  init(text: String, read: (FilterWord) throws(FilterError) -> Term) throws(FilterError) {
    try Self.checkSize(of: text)
    var reader = FilterReader(text)
    var clauses: [[Literal]] = []
    var count = 0
    /// The sign for "or" that waits for the word after it.
    var or: Range<Int>?
    while let piece = try reader.next() {
      switch piece {
      case .or(let range):
        guard or == nil, !clauses.isEmpty else { throw FilterError.loneOr(range) }
        or = range
      case .word(let word):
        count += 1
        guard count <= Self.maximumWords else { throw FilterError(word, .tooManyWords(Self.maximumWords)) }
        let literal = Literal(try read(word), isNegated: word.isNegated)
        if or == nil { clauses.append([literal]) } else { clauses[clauses.count - 1].append(literal) }
        or = nil
      }
    }
    if let or { throw FilterError.loneOr(or) }
    self.init(clauses: clauses)
  }

  private static func checkSize(of text: String) throws(FilterError) {
    guard text.utf8.count > maximumBytes else { return }
    var bytes = 0
    let kept = text.prefix {
      bytes += $0.utf8.count
      return bytes <= maximumBytes
    }
    let rest = text[kept.endIndex...]
    let start = kept.count
    throw FilterError(word: String(rest), range: start..<(start + rest.count), problem: .tooLong(maximumBytes))
  }
}
