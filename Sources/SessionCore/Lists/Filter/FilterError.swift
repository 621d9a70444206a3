/// A filter that cannot be read, and where.
public struct FilterError: Error, Hashable {
  /// What is wrong with the word. Examples are words as they would be right.
  public enum Problem: Hashable, Sendable {
    /// The part before the sign is none of these.
    case unknownWord([String])
    /// The part after the colon is none of these.
    case unknownValue([String])
    /// Nothing that can be looked for stands after the colon.
    case missingValue(String)
    /// The word exists, but is written like one of these.
    case wrongForm([String])
    /// The value is no length of time.
    case notALength(String)
    /// The value is no moment.
    case notAMoment(String)
    /// The value is no address and no network.
    case notANetwork
    /// The value is no session's id.
    case notAnID
    /// A quotation mark has no second one.
    case openQuotation
    /// Text goes on after the second quotation mark.
    case textAfterQuotation
    /// A `-` stands before no word.
    case nothingToNegate
    /// A `-` stands before another one.
    case negatedTwice
    /// A `|` does not stand between two words.
    case nothingBesideOr
    /// The filter takes more than this many bytes.
    case tooLong(Int)
    /// The filter has more than this many words.
    case tooManyWords(Int)
  }

  /// The word as typed.
  public let word: String
  /// Where it stands, in characters from the start.
  public let range: Range<Int>
  /// What is wrong with it.
  public let problem: Problem

  init(word: String, range: Range<Int>, problem: Problem) {
    self.word = word
    self.range = range
    self.problem = problem
  }

  init(_ word: FilterWord, _ problem: Problem) {
    self.init(word: word.text, range: word.range, problem: problem)
  }

  static func loneOr(_ range: Range<Int>) -> FilterError {
    FilterError(word: "|", range: range, problem: .nothingBesideOr)
  }
}
