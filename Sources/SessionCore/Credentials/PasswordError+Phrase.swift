extension PasswordError {
  /// What is wrong and what would be right, in one sentence.
  public var phrase: Phrase {
    switch self {
    case .empty: Phrase("No password was given.", "未提供密码。")
    case .tooLong:
      Phrase("A password takes at most \(Password.maximumBytes) bytes.", "密码最多 \(Password.maximumBytes) 字节。")
    case .tooShort:
      Phrase(
        "A password needs at least \(Password.minimumCharacters) characters: a few words are easy to remember.",
        "密码至少需要 \(Password.minimumCharacters) 个字符：几个词的短语容易记住。")
    }
  }
}
