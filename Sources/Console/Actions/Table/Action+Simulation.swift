import SessionCore

extension Action {
  /// What is done in the simulate view.
  static let simulation = [
    Action(
      .run, [.character("r")], in: [.simulate], dangerous: true, label: Phrase("run", "运行"),
      Phrase("simulate from the first step, through login.cgi", "通过 login.cgi 从第一步开始模拟"),
      unless: { $0.simulationDisabled }
    ) { $0.beginScenario() },
    Action(
      .step, [.character("n")], in: [.simulate], dangerous: true, label: Phrase("next step", "下一步"),
      Phrase("do the next step", "执行下一步"), unless: { $0.simulationDisabled }
    ) { $0.playNext() },
    Action(
      .scenario, [.character("w")], in: [.simulate], label: Phrase("what goes wrong", "出错情形"),
      Phrase("choose what goes wrong: a wrong password, a forged cookie, …", "选择出错的情形：密码错误、伪造 Cookie 等"),
      unless: { $0.simulation.isRunning ? Words.stillRunning : nil }
    ) { $0.openScenarios() },
    Action(.edit, [.enter], in: [.simulate], label: Phrase("edit", "编辑"), Phrase("edit who logs in", "编辑登录信息")) {
      $0.simulation.focus = .login
      return []
    },
    Action(
      .crowd, [.character("C")], in: [.simulate], dangerous: true, label: Phrase("crowd", "人群"),
      Phrase("let a crowd come, or send it away", "让人群到来，或让其离开"), unless: { $0.crowdDisabled }
    ) { $0.turnCrowd() },
    Action(
      .endSimulated, [.character("K")], in: [.sessions, .simulate], dangerous: true,
      Phrase("end all that is simulated", "结束全部模拟会话"), unless: { $0.endSimulatedDisabled }
    ) { $0.askToEndSimulated() },
    Action(
      .saveWalkthrough, [.character("S")], in: [.simulate], label: Phrase("save", "保存"),
      Phrase("save the steps as a walkthrough", "将步骤保存为演练脚本"), unless: { $0.saveDisabled }
    ) { $0.openSaving() },
  ]
}
