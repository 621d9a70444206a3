extension HashFormatError {
  /// What is wrong and what to do, in one sentence.
  public var phrase: Phrase {
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
