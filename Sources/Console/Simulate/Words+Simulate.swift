import SessionCore

extension Words {
  static let password = Phrase("password", "密码")
  static let asClient = Phrase("as", "使用")
  static let fromAddress = Phrase("from", "来自")
  static let pressRun = Phrase(
    "\(key(.run)) sends it through the real login.cgi, marked as simulated.",
    "按 \(key(.run)) 通过真实的 login.cgi 执行，并标记为模拟。")
  static let thenStep = Phrase(
    "\(key(.step)) goes on step by step. \(key(.scenario)) chooses what goes wrong.",
    "按 \(key(.step)) 逐步继续，按 \(key(.scenario)) 选择出错的情形。")
  static let simulationOff = Phrase("Nothing can be simulated here.", "此处不能模拟。")
  static let unchanged = Phrase("nothing changed", "没有变化")
  static let stillRunning = Phrase("The last step is still running.", "上一步仍在执行。")
  static let whoLogsIn = Phrase("\(key(.edit)) first types who logs in.", "请先按 \(key(.edit)) 输入登录名。")
  static let editHint = Phrase("Tab next field   ←→ choose client   Enter done", "Tab 下一项   ←→ 选择客户端   Enter 完成")
  static let notAsked = Phrase("login.cgi is not asked.", "不经过 login.cgi。")
  static let simulateMenu = Phrase("What is to happen?", "模拟什么情形？")
  static let simulateMenuHint = Phrase("Enter chooses   Esc back", "Enter 选择   Esc 返回")
  static let saveSteps = Phrase("Save the steps as a walkthrough", "将步骤保存为演练脚本")
  static let saveFile = Phrase("File", "文件")
  static let saveHint = Phrase(
    "Enter saves; the password is left out.", "Enter 保存；密码不会写入。")
  static func saved(_ path: String) -> Phrase { Phrase("Saved: \(path)", "已保存：\(path)") }

  // The blocks.
  static func asks(_ result: SimulationResult) -> Phrase {
    switch result.step {
    case .expire: Phrase("1 time goes by", "1 时间流逝")
    case .forget: Phrase("1 an operator forgives", "1 操作员解除限速")
    case .lock, .unlock: Phrase("1 an administrator acts", "1 管理员操作")
    default:
      result.count > 1
        ? Phrase("1 the browser asks, \(result.count) times", "1 浏览器请求 \(result.count) 次")
        : Phrase("1 the browser asks", "1 浏览器请求")
    }
  }
  static let answers = Phrase("2 login.cgi answers", "2 login.cgi 应答")
  static let holds = Phrase("3 the database now holds", "3 数据库现在的内容")
  static let means = Phrase("4 what it means", "4 说明")

  static func scenario(_ scenario: Scenario) -> Phrase {
    switch scenario {
    case .visit: Phrase("A visit, as it should be", "一次正常的访问")
    case .wrongPassword: Phrase("A wrong password", "密码错误")
    case .guessing: Phrase("Guessing passwords", "猜测密码")
    case .forgedCookie: Phrase("A forged cookie", "伪造的 Cookie")
    case .copiedCookie: Phrase("A copied cookie", "被复制的 Cookie")
    case .expiredSession: Phrase("An expired session", "过期的会话")
    case .lockedUser: Phrase("A locked user", "被锁定的用户")
    }
  }

  static func story(_ scenario: Scenario) -> Phrase {
    switch scenario {
    case .visit: Phrase("logs in, is recognised, logs out: the article's three steps", "登录、识别、退出：文章中的三个步骤")
    case .wrongPassword: Phrase("three that are refused alike, and the right one", "三次同样被拒绝，最后一次正确")
    case .guessing: Phrase("guesses until it is slowed: the right one waits too", "一直猜到被限速：正确密码也须等待")
    case .forgedCookie: Phrase("the id is known, the secret is made up", "编号已知，密文是编造的")
    case .copiedCookie: Phrase("used again after its owner has logged out", "在本人退出之后被再次使用")
    case .expiredSession: Phrase("the cookie is there, its time has run out", "Cookie 还在，时限已到")
    case .lockedUser: Phrase("locked while logged in: out at the next click", "登录期间被锁定：下一次点击即失效")
    }
  }

  static func step(_ step: SimulationStep) -> Phrase {
    switch step {
    case .logIn: Phrase("log in", "登录")
    case .visit: Phrase("visit", "访问")
    case .logOut: Phrase("log out", "退出")
    case .wrongPassword: Phrase("wrong password", "错误密码")
    case .percent: Phrase("login %", "登录名 %")
    case .unknownLogin: Phrase("nobody's login", "无此用户")
    case .guess: Phrase("guess on", "连续猜测")
    case .forge: Phrase("forged secret", "伪造密文")
    case .oldCookies: Phrase("userid cookie", "userid Cookie")
    case .replay: Phrase("the copy", "使用副本")
    case .expire: Phrase("time runs out", "时限到")
    case .forget: Phrase("forgive", "解除限速")
    case .lock: Phrase("lock", "锁定")
    case .unlock: Phrase("unlock", "解锁")
    }
  }

  static let asExpected = Phrase(", as it should be", "，理应如此")
  static let notExpected = Phrase(", and should not be", "，不应如此")

  static func outcome(_ outcome: SimulationOutcome) -> Phrase {
    switch outcome {
    case .accepted: Phrase("accepted", "通过")
    case .refused: Phrase("refused", "被拒绝")
    case .delayed: Phrase("slowed", "被限速")
    case .done: Phrase("done", "完成")
    case .failed: Phrase("failed", "出错")
    }
  }
}

extension Words {
  /// A stage and what comes of it, as a caption.
  static func stage(_ stage: Scenario.Stage) -> Phrase {
    let (step, outcome) = (step(stage.step), outcome(stage.expected))
    return Phrase("\(step.english): \(outcome.english)", "\(step.chinese)：\(outcome.chinese)")
  }
}

extension Phrase {
  /// The phrase as a sentence begins.
  var capitalised: Phrase { Phrase(english.prefix(1).uppercased() + english.dropFirst(), chinese) }
}
