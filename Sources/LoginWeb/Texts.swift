import SessionCore

/// What the pages say.
enum Texts {
  static let logIn = Phrase("Log in", "登录")
  static let logInLead = Phrase("Welcome. Please say who you are.", "欢迎。请先登录。")
  static let login = Phrase("Login name", "登录名")
  static let password = Phrase("Password", "密码")
  static let sample = Phrase("Just looking around? Use the sample account:", "只是看看？请用示例账户：")
  static let refused = Phrase(
    "That login name and password do not match. Please try again.", "登录名与密码不匹配，请再试一次。")
  static let remember = Phrase("Stay logged in on this device", "在此设备上保持登录")
  static let tooManySessions = Phrase(
    "You are logged in on as many devices as you may be. Please log out on one of them first.",
    "您登录的设备数已达上限。请先在其中一台设备上退出登录。")
  static let busy = Phrase("Many people are logging in", "登录人数较多")
  static let busyAdvice = Phrase(
    "Nothing was lost. Please wait a few seconds and send the form again.", "数据没有丢失。请稍等几秒后重新提交表单。")

  /// After too many wrong passwords; rounded up, so that whoever waits as long is let in.
  static func delayed(_ wait: Interval) -> Phrase {
    let seconds = (wait.milliseconds + 999) / 1000
    let minutes = (seconds + 59) / 60
    return seconds <= 90
      ? Phrase(
        "There were too many attempts. Please wait \(seconds) seconds and try again.", "尝试次数过多。请等待 \(seconds) 秒后再试。")
      : Phrase(
        "There were too many attempts. Please wait \(minutes) minutes and try again.", "尝试次数过多。请等待 \(minutes) 分钟后再试。")
  }

  static let activate = Phrase("Choose a password", "设置密码")
  static let activateLead = Phrase(
    "Enter the code that you were given, and a password of your own.", "请输入您收到的一次性代码，并设置自己的密码。")
  static let activationExpired = Phrase(
    "This form had been open for too long, so nothing was done. Please send it again.",
    "表单打开太久，已失效，未作任何处理。请重新提交。")
  static let setPassword = Phrase("Set password", "设置密码")
  static let code = Phrase("One-time code", "一次性代码")
  static let newPassword = Phrase("New password", "新密码")
  static let newPasswordHint = Phrase(
    "15 characters or more. A few words are easy to remember.", "至少 15 个字符。几个词的短语容易记住。")
  static let activated = Phrase("Your password is set. Please log in with it.", "密码已设置。请用新密码登录。")
  static let wrongCode = Phrase(
    "That login name and code do not match, or the code is too old. Ask for a new one if need be.",
    "登录名与代码不匹配，或代码已过期。必要时请索取新的代码。")
  static let haveCode = Phrase("I have a one-time code", "我有一次性代码")

  static let formExpired = Phrase(
    "This form had been open for too long, so nothing was sent on. Please log in again.",
    "登录表单打开太久，已失效，尚未登录。请重新登录。")
  /// The title of a page with something wrong on it.
  static func problem(_ title: Phrase) -> Phrase { Phrase("Problem: \(title.english)", "出错：\(title.chinese)") }
  /// Above what was wrong.
  static let problemHeading = Phrase("There is a problem", "有问题需要处理")

  static let loggedIn = Phrase("You are logged in", "您已登录")
  static let loggedInAs = Phrase("Logged in as ", "当前用户：")
  static let goOn = Phrase("Continue", "继续")
  static let logOut = Phrase("Log out", "退出登录")

  static let notLoggedIn = Phrase("You are not logged in", "您尚未登录")
  static let noticeLead = Phrase(
    "The login page opens in 3 seconds.", "3秒后将自动转到登录窗口！")
  static let noticeLink = Phrase("Log in now", "立即登录")
  /// The first link of a page whose header has links.
  static let skip = Phrase("Skip to the content", "跳到正文")
  static let toLogin = Phrase("To the login page", "前往登录页面")

  static let notFound = Phrase("There is no such page", "页面不存在")
  static let notFoundAdvice = Phrase(
    "The address may have been mistyped, or the page has moved.", "地址可能输入有误，或页面已移走。")
  static let malformed = Phrase("That could not be read", "无法读取请求")
  static let malformedAdvice = Phrase(
    "What your browser sent came in damaged. Please go back, reload the page and try again.",
    "浏览器发送的内容不完整或已损坏。请返回并刷新页面后重试。")
  static let lengthAdvice = Phrase(
    "What was sent did not say how long it is. Please go back, reload the page and try again.",
    "请求没有说明内容长度。请返回并刷新页面后重试。")
  static let mediaTypeAdvice = Phrase(
    "Only a form from one of our pages is understood here. Please go back and use the form.",
    "这里只接受本站页面上的表单。请返回并使用表单提交。")
  static let tooLarge = Phrase("That was too much at once", "提交的内容过长")
  static let tooLargeAdvice = Phrase(
    "The form takes 8 kilobytes at the most. Please go back and send less.", "表单最多接受 8 KB。请返回并缩短内容。")
  static let sessionFull = Phrase("There is no room for more", "已经放不下了")
  static let sessionFullAdvice = Phrase(
    "Nothing was changed. Please go back and take something out first.", "未作任何更改。请返回并先移除一些内容。")
  static let methodNotAllowed = Phrase("That does not work here", "此处不支持这种操作")
  static let methodNotAllowedAdvice = Phrase(
    "The page exists, but it cannot be opened in this way. Please use the links and buttons of the pages.",
    "页面存在，但不能以这种方式打开。请使用页面上的链接和按钮。")
  static let foreignForm = Phrase("That did not come from our page", "请求不是来自本站页面")
  static let foreignFormAdvice = Phrase(
    "For your safety nothing was done. If it was you who sent it, please open the page here and send it again.",
    "为了您的安全，未作任何处理。如果是您本人操作，请在本站打开页面后重新提交。")
  static let staleForm = Phrase("That page was out of date", "页面已过期")
  static let staleFormAdvice = Phrase(
    "You have logged in or out since it was opened, so nothing was done. Please reload the page and try again.",
    "打开页面之后您的登录状态已改变，因此未作任何处理。请刷新页面后重试。")
  static let insecure = Phrase("A secure connection is needed", "需要安全连接")
  static let insecureAdvice = Phrase(
    "Your password must not travel in clear. Please open this page with an address that begins with https://",
    "密码不应以明文传输。请用以 https:// 开头的地址打开本页面。")
  static let moving = Phrase("We are moving", "系统正在迁移")
  static let movingAdvice = Phrase(
    "Logging in and out, and changes to accounts, rest for a few minutes. Nothing was done and nothing was lost; whoever is logged in stays so. Please try again shortly.",
    "登录、退出及账户更改暂停几分钟。本次操作未执行，数据没有丢失；已登录者保持登录。请稍后重试。")
  static let unavailable = Phrase("We will be back soon", "暂时无法提供服务")
  static let unavailableAdvice = Phrase(
    "Logging in does not work at the moment. Nothing was lost; please try again in a few minutes.",
    "目前无法登录，数据没有丢失。请过几分钟再试。")
}
