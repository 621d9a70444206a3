/// Why a configuration file is not used: which file, which line, what is wrong and what mends it. It holds no value that
/// may be a secret.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong and what to do.
  public let reason: Phrase
  /// The command that mends it; nil where an editor does.
  public let mend: String?

  /// Makes one from its parts.
  public init(_ path: String, line: Int? = nil, _ reason: Phrase, mend: String? = nil) {
    self.path = path
    self.line = line
    self.reason = reason
    self.mend = mend
  }

  /// File, line, and what is wrong.
  public var phrase: Phrase {
    let place = path + (line.map { ":\($0)" } ?? "")
    return Phrase("\(place): \(reason.english)", "\(place)：\(reason.chinese)")
  }

  /// The English sentence: the text for logs.
  public var description: String { phrase.english }
}
