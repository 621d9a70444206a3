extension LoginError {
  /// What is wrong and what would be right, in one sentence.
  public var phrase: Phrase {
    switch self {
    case .empty: Phrase("A login needs at least one character.", "登录名至少需要一个字符。")
    case .tooLong:
      Phrase("A login takes at most \(Login.maximumBytes) bytes.", "登录名最多 \(Login.maximumBytes) 字节。")
    case .unprintable:
      Phrase(
        "A login may not begin or end with a space, nor hold characters that cannot be seen.",
        "登录名不能以空格开头或结尾，也不能含有不可见字符。")
    }
  }
}
