import SessionCore

extension Words {
  static let codeLabel = Phrase("one-time code", "一次性代码")
  static func codeGiven(_ time: String) -> Phrase { Phrase("given out, works until \(time)", "已发放，有效至 \(time)") }
  static func codeFor(_ login: String) -> Phrase { Phrase("One-time code for \(login)", "\(login) 的一次性代码") }
  static let codeOnce = Phrase("It is shown this once: hand it over now.", "仅显示这一次：请立即转交。")
  static func codeWhere(_ login: String, page: String?) -> Phrase {
    page.map {
      Phrase("\(login) types it at \($0) and chooses a password.", "\(login) 在 \($0) 输入代码并设置密码。")
    }
      ?? Phrase(
        "\(login) types it on the login page, under /activate, and chooses a password.",
        "\(login) 在登录页的 /activate 输入代码并设置密码。")
  }
  static func codeUntil(_ time: String, _ length: String) -> Phrase {
    Phrase("It works once, until \(time) (\(length)).", "只能使用一次，有效至 \(time)（\(length)）。")
  }
  static let codeClose = Phrase("Enter  close", "Enter  关闭")
  static let codeGone = Phrase(
    "The code is not shown again; \(key(.giveCode)) gives out another.", "代码不会再次显示；按 \(key(.giveCode)) 可另发一个。")
  static func lockedNeedsNoCode(_ login: String) -> Phrase {
    Phrase(
      "\(login) is locked: a code would not work. \(key(.unlock)) unlocks.", "\(login) 已被锁定，代码无效。按 \(key(.unlock)) 解锁。")
  }
}
