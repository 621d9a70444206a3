import Screen
import SessionCore

extension Action {
  /// From one view to another, and out of what stands over it.
  static let changingView = [
    Action(.sessions, [.character("1")], Phrase("sessions: who is logged in", "会话：谁已登录")) { $0.show(.sessions) },
    Action(.users, [.character("2")], Phrase("users: who may log in", "用户：谁可以登录")) { $0.show(.users) },
    Action(.attempts, [.character("3")], Phrase("attempts: who tried to log in", "登录尝试：谁尝试过登录")) {
      $0.show(.attempts)
    },
    Action(.audit, [.character("4")], Phrase("audit: who did what, and why", "审计：谁做了什么、为什么")) { $0.show(.audit) },
    Action(.overview, [.character("5")], Phrase("overview: how many, drawn", "概览：数量图表")) { $0.show(.overview) },
    Action(.simulate, [.character("6")], Phrase("simulate: a login, step by step", "模拟：逐步演示登录")) {
      $0.show(.simulate)
    },
    Action(.nextView, [.tab], Phrase("the next view", "下一个视图")) { $0.showNext() },
    Action(.back, [.escape, .backspace], Phrase("back out; clear the filter", "返回；清除筛选")) { $0.back() },
  ]
}
