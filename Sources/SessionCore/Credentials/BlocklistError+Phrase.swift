extension BlocklistError {
  /// What is wrong and what to do, in one sentence.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let path, let reason):
      Phrase(
        "The list of forbidden passwords \(path) cannot be read: \(reason).", "无法读取禁用密码列表 \(path)：\(reason)。")
    case .damaged(let path):
      Phrase(
        "The list of forbidden passwords \(path) has lines that are not SHA1:count, or is not sorted.",
        "禁用密码列表 \(path) 中有不是 SHA1:count 格式的行，或未排序。")
    }
  }
}
