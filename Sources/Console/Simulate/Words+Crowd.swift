import SessionCore

extension Words {
  static let crowdTitle = Phrase("Let a crowd come?", "让人群到来？")
  static let crowdVisitors = Phrase("visitors", "访客人数")
  static let crowdRate = Phrase("requests a second", "每秒请求数")
  static let crowdSeed = Phrase("seed", "种子")
  static let crowdRunning = Phrase("crowd", "人群")
  static let crowdIsLeaving = Phrase("The crowd is leaving.", "人群正在离开。")
  static let crowdStop = Phrase("\(key(.crowd)) sends it away.", "按 \(key(.crowd)) 让其离开。")
  static let crowdMeans = Phrase(
    """
    They come, look at pages and leave, through the real login.cgi. Their sessions are marked as simulated and over after \
    minutes. They are gone with this console. The same seed does the same.
    """,
    "他们通过真实的 login.cgi 登录、浏览页面并离开。其会话标记为模拟，数分钟后即失效。控制台关闭时人群随之消失。相同的种子行为相同。")
  static func crowdStart(_ visitors: String) -> Phrase { Phrase("Let \(visitors) come", "让 \(visitors) 人到来") }

  static func crowdPeople(_ people: CrowdPeople, login: String) -> Phrase {
    switch people {
    case .one: Phrase("All log in as \(login), each from an address of their own.", "全部以 \(login) 登录，各自来自不同地址。")
    case .samples(let count): Phrase("They are the \(count) sample people.", "他们是 \(count) 位示例用户。")
    case .users:
      Phrase("They are this sample's users, with the password above.", "他们是此示例数据库的用户，使用上面的密码。")
    case .file(let name, let count):
      Phrase("They are the \(count) people of \(name).", "他们是 \(name) 中的 \(count) 人。")
    }
  }

  static func crowdMistake(_ focus: CrowdForm.Focus) -> Phrase? {
    switch focus {
    case .visitors:
      Phrase(
        "A crowd has 1 to \(CrowdWish.visitorsRange.upperBound) visitors.",
        "人数为 1 到 \(CrowdWish.visitorsRange.upperBound)。")
    case .rate: Phrase("They make 0.1 to 50 requests a second.", "每秒请求数为 0.1 到 50。")
    case .seed: Phrase("A seed is a whole number.", "种子是整数。")
    case .cancel, .start: nil
    }
  }

  static func crowdPresent(_ report: CrowdReport) -> Phrase {
    Phrase("\(report.present) of \(report.visitors) logged in", "\(report.visitors) 人中 \(report.present) 人在线")
  }

  static func crowdDone(_ report: CrowdReport) -> Phrase {
    Phrase(
      "\(report.logins) logins · \(report.visits) visits · \(report.logouts) logouts",
      "登录 \(report.logins) · 访问 \(report.visits) · 退出 \(report.logouts)")
  }

  static func crowdRefused(_ count: Int) -> Phrase { Phrase("\(count) refused", "\(count) 次被拒绝") }
  static func crowdFailed(_ count: Int) -> Phrase { Phrase("\(count) failed", "\(count) 次出错") }
  static func crowdLate(_ count: Int) -> Phrase { Phrase("\(count) left out", "\(count) 次未及执行") }
  static func crowdLogin(_ milliseconds: Int64) -> Phrase {
    Phrase("a login takes \(milliseconds) ms", "登录用时 \(milliseconds) 毫秒")
  }
  static func crowdRate(_ tenths: Int, seed: UInt64) -> Phrase {
    Phrase("\(tenths / 10).\(tenths % 10)/s, seed \(seed)", "\(tenths / 10).\(tenths % 10) 次/秒，种子 \(seed)")
  }

  static func crowdLeft(_ report: CrowdReport) -> Phrase {
    let seconds = report.seconds
    return Phrase(
      "The crowd has left after \(seconds) s: \(crowdDone(report).english). Its sessions stay until their time is over.",
      "人群在 \(seconds) 秒后离开：\(crowdDone(report).chinese)。其会话保留至时限。")
  }
}
