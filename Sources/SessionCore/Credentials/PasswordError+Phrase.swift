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
    case .common:
      Phrase(
        "This password is in the list of those that are tried first: choose another.",
        "此密码在常用或已泄露的密码列表中：请另选一个。")
    case .containsLogin:
      Phrase(
        "The login makes up most of this password: choose words that have nothing to do with it.",
        "此密码主要由登录名组成：请选用与之无关的词。")
    case .obvious:
      Phrase(
        "This password is of words that everybody would try first: choose others.",
        "此密码由最易被猜到的词组成：请选用其他的词。")
    case .repetitive:
      Phrase(
        "This password says the same over and over: a few different words are as easy to remember.",
        "此密码只是重复同样的内容：几个不同的词同样容易记住。")
    case .sequence:
      Phrase(
        "This password goes along the alphabet, the digits or the keyboard: choose a few words instead.",
        "此密码沿字母、数字或键盘的顺序排列：请改用几个词。")
    }
  }
}
