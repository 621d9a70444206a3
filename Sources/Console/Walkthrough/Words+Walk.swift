import SessionCore

extension Words {
  static let walkNext = Phrase("next", "下一步")
  static let walkEnd = Phrase("end", "结束")
  static let walkBack = Phrase("back", "上一步")
  static let walkLeave = Phrase("leave", "离开")
  static let walkOver = Phrase(
    "That was the walkthrough. The console is yours now: try it; \(key(.quit)) leaves.",
    "演示到此结束。现在由您操作：请随意尝试；按 \(key(.quit)) 离开。")
  static func walkMissing(_ text: String) -> Phrase { Phrase("“\(text)” does not show.", "没有显示“\(text)”。") }
  static func walkUnwanted(_ text: String) -> Phrase { Phrase("“\(text)” shows.", "仍显示“\(text)”。") }
  static func walkFailed(_ failure: WalkthroughError) -> Phrase {
    Phrase(
      "The walkthrough cannot go on: line \(failure.line) of it: \(failure.phrase.english) b goes back, q leaves.",
      "演示无法继续：第 \(failure.line) 行：\(failure.phrase.chinese) 按 b 返回，按 q 离开。")
  }
}
