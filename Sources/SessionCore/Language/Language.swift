/// A language that the product speaks.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh-Hans"

  /// The language of a terminal, by the environment: LC_ALL, else LC_MESSAGES, else LANG (POSIX, section 8.2).
  public init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
    self = locale.hasPrefix("zh") ? .chinese : .english
  }
}

/// One text in every language. Both are asked for, so a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The text in Simplified Chinese.
  public let chinese: String

  /// Makes a phrase from its two texts.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in `language`.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
