import SessionCore

/// What is wrong with a walkthrough's text, and what to do about it.
public struct WalkthroughError: Error, Equatable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong and what to write instead.
  public let phrase: Phrase

  init(_ line: Int, _ phrase: Phrase) {
    self.line = line
    self.phrase = phrase
  }

  init(_ line: Int, _ english: String, _ chinese: String) { self.init(line, Phrase(english, chinese)) }
}

extension WalkthroughError {
  static func oneLanguage(_ line: Int, _ keyword: String, has: Language) -> WalkthroughError {
    let (here, other) = has == .english ? ("en", "zh") : ("zh", "en")
    return WalkthroughError(
      line, "'\(keyword) \(here)' stands alone: write '\(keyword) \(other): …' on the line after it.",
      "只有“\(keyword) \(here)”：请在下一行写“\(keyword) \(other): …”。")
  }

  static func needsBoth(_ line: Int, _ keyword: String) -> WalkthroughError {
    WalkthroughError(
      line, "Everybody reads this: write '\(keyword) en: …', and '\(keyword) zh: …' on the line after it.",
      "这是给人看的：请写“\(keyword) en: …”，并在下一行写“\(keyword) zh: …”。")
  }

  static func unknown(_ line: Int, _ keyword: String) -> WalkthroughError {
    WalkthroughError(
      line,
      "There is no '\(keyword)': a line begins with \(Self.keywords), a colon and a text, or with # for a remark.",
      "没有“\(keyword)”：每行以 \(Self.keywords) 之一开头，后接冒号和文字；以 # 开头的行是注释。")
  }

  private static let keywords = WalkthroughKeyword.allCases.map(\.rawValue).joined(separator: ", ")

  static func noKey(_ line: Int, _ name: String) -> WalkthroughError {
    WalkthroughError(
      line, "There is no key '\(name)': write a character, ^D for Control and d, or Enter, Esc, Tab, Space, Up, PgDn.",
      "没有按键“\(name)”：请写一个字符、^D（Control 加 d）、Enter、Esc、Tab、Space、Up 或 PgDn。")
  }

  static func leaves(_ line: Int) -> WalkthroughError {
    WalkthroughError(
      line, "This key would leave the console: a walkthrough ends with its last step.", "此按键会离开控制台：演示在最后一步自行结束。")
  }

  static func twice(_ line: Int, _ keyword: String, first: Int) -> WalkthroughError {
    WalkthroughError(
      line, "'\(keyword)' stands on line \(first) already: remove one of the two.",
      "第 \(first) 行已有“\(keyword)”：请删去其中之一。")
  }

  static func noUser(_ line: Int, _ login: String, _ logins: [String]) -> WalkthroughError {
    let all = logins.joined(separator: ", ")
    return WalkthroughError(
      line, "There is no user \(login) in a demonstration: write one of \(all).", "演示中没有用户 \(login)：可写 \(all)。")
  }

  static func afterSteps(_ line: Int, _ keyword: String) -> WalkthroughError {
    WalkthroughError(line, "'\(keyword)' stands before the first 'say'.", "“\(keyword)”应写在第一个“say”之前。")
  }

  static func beforeSteps(_ line: Int, _ keyword: String) -> WalkthroughError {
    WalkthroughError(
      line, "'\(keyword)' belongs to a step: write 'say en: …' and 'say zh: …' before it.",
      "“\(keyword)”属于某一步：请先写“say en: …”和“say zh: …”。")
  }
}
