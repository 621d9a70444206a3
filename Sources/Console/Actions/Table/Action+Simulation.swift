import SessionCore

extension Action {
  /// What is done in the simulate view.
  static let simulation = [
    Action(
      .run, [.character("r")], in: [.simulate], dangerous: true, label: Phrase("log in", "登录"),
      Phrase("simulate a login through login.cgi", "通过 login.cgi 模拟登录"), unless: { $0.simulationDisabled }
    ) { $0.simulate(.logIn) },
    Action(
      .step, [.character("n")], in: [.simulate], dangerous: true, label: Phrase("next step", "下一步"),
      Phrase("do the next step: visit, then log out", "执行下一步：访问，然后退出"), unless: { $0.simulationDisabled }
    ) { $0.simulate($0.simulation.next) },
    Action(.edit, [.enter], in: [.simulate], label: Phrase("edit", "编辑"), Phrase("edit who logs in", "编辑登录信息")) {
      $0.simulation.focus = .login
      return []
    },
  ]
}
