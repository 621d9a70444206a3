import SessionCore

extension Texts {
  static let simulationOff = Phrase("Not simulated here", "此处不能模拟登录")
  static let simulationOffAdvice = Phrase(
    "This request says that it is simulated, and here none may be. Nothing was done.",
    "该请求声明为模拟请求，而此处不允许模拟。未作任何处理。")
}
