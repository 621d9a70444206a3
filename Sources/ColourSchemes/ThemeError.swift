/// Why a text is no theme, in one sentence, with the line where it shows.
public struct ThemeError: Error, Hashable, CustomStringConvertible {
  /// The line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong and what mends it, in English.
  public let english: String
  /// The same in Simplified Chinese.
  public let chinese: String

  init(line: Int? = nil, _ english: String, _ chinese: String) {
    self.line = line
    self.english = english
    self.chinese = chinese
  }

  /// The English sentence, after the line.
  public var description: String { line.map { "line \($0): \(english)" } ?? english }
}
