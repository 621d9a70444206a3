import SessionCore

extension Texts {
  static let account = Phrase("Your account", "我的账户")
  static let confirm = Phrase("Please enter your password again", "请再次输入密码")
  static let confirmLead = Phrase(
    "You are logged in. Before you see or change your account, please show that it is you.",
    "您已登录。查看或更改账户信息前，请先确认是您本人。")
  static let confirmAgain = Phrase(
    "Nothing was done, because you entered your password a while ago. Please enter it again first.",
    "距上次输入密码已有一段时间，因此未作任何更改。请先再次输入密码。")
  static let wrongPassword = Phrase("That is not your password. Please try again.", "密码不正确，请重试。")

  static let mySessions = Phrase("Where you are logged in", "已登录的设备")
  static let mySessionsLead = Phrase(
    "If you do not know one of these, end it and change your password.", "如有不认识的设备，请让它退出登录，并修改密码。")
  static let thisSession = Phrase("this device", "当前设备")
  static let rememberedSession = Phrase("stays logged in", "保持登录")
  static let simulatedSession = Phrase("a test by an administrator", "管理员的测试")
  static let address = Phrase("Address", "IP 地址")
  static let unknownAddress = Phrase("unknown", "未知")
  static let loggedInSince = Phrase("Logged in", "登录时间")
  static let lastSeen = Phrase("Last seen", "最近活动")
  static let endsBy = Phrase("Ends", "到期")
  static let now = Phrase("now", "现在")
  static let endSession = Phrase("End", "退出该设备")
  static let endOthers = Phrase("End all others", "退出其他所有设备")

  static let sessionEnded = Phrase("Done: that device is logged out.", "已让该设备退出登录。")
  static let sessionWasOver = Phrase("That session had ended already.", "该设备此前已退出登录。")
  static let othersEnded = Phrase("Done: all other devices are logged out.", "已让其他所有设备退出登录。")
  static let noOthers = Phrase("You are logged in nowhere else.", "您没有在其他设备上登录。")
  static let passwordChanged = Phrase(
    "Your password is changed, and all other devices are logged out.", "密码已修改，其他所有设备均已退出登录。")

  static let changePassword = Phrase("Change password", "修改密码")
  static let changePasswordLead = Phrase(
    "All other devices are logged out when you change it.", "修改后，其他所有设备都会退出登录。")
  static let presentPassword = Phrase("Current password", "当前密码")
  static let wrongPresentPassword = Phrase(
    "This is not your current password. Nothing was changed.", "当前密码不正确，未作任何更改。")

  static let notAllowed = Phrase("You may not open this page", "您无权访问此页面")
  static let notAllowedLead = Phrase(
    "It is for other users. Ask its owner if you need it, or log out and in as somebody else.",
    "此页面仅供其他用户使用。如需访问，请联系页面负责人，或退出后换用其他账户登录。")
  static let toStart = Phrase("To the start page", "前往首页")

  /// A moment, to the minute. In UTC: a page without a script does not know where its reader is.
  static func moment(_ moment: Timestamp) -> String {
    let text = moment.rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// How long ago something was.
  static func ago(_ interval: Interval) -> Phrase {
    guard interval >= .minutes(2) else { return Phrase("just now", "刚刚") }
    let length = length(interval)
    return Phrase("\(length.english) ago", "\(length.chinese)前")
  }

  /// When a session ends that nobody uses; the moment at which it ends in any case comes after it.
  static func idleEnd(_ interval: Interval) -> Phrase {
    let length = length(max(interval, .minutes(1)))
    return Phrase("in \(length.english) if it is not used; at the latest", "如无操作，\(length.chinese)后；最迟")
  }

  /// How many sessions there are that the page does not list.
  static func moreSessions(_ count: Int, isCapped: Bool) -> Phrase {
    let text = "\(count)\(isCapped ? "+" : "")"
    return Phrase("and \(text) more, last used before these", "另有 \(text) 台较早使用的设备未列出")
  }

  private static func length(_ interval: Interval) -> Phrase {
    let minutes = interval.milliseconds / 60_000
    func phrase(_ count: Int64, _ unit: String, _ chinese: String) -> Phrase {
      Phrase("\(count) \(unit)\(count == 1 ? "" : "s")", "\(count) \(chinese)")
    }
    switch minutes {
    case ..<90: return phrase(minutes, "minute", "分钟")
    case ..<(48 * 60): return phrase((minutes + 30) / 60, "hour", "小时")
    default: return phrase((minutes + 720) / 1440, "day", "天")
    }
  }
}
