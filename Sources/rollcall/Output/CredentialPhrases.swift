import SessionCore

extension BlocklistError {
  var phrase: Phrase {
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

extension HashFormatError {
  var phrase: Phrase {
    switch self {
    case .unknown: Phrase("The hash is of no scheme that is known here.", "无法识别此散列的格式。")
    case .malformed: Phrase("The hash is damaged.", "此散列已损坏。")
    case .tooCostly(let parameter):
      Phrase(
        "Checking the hash would cost more than a login may take: \(parameter).",
        "校验此散列的开销超过一次登录所允许的上限：\(parameter)。")
    }
  }
}
