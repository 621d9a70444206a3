import SessionCore

extension Words {
  static let who = Phrase("WHO", "操作人")
  static let act = Phrase("ACT", "操作")
  static let whom = Phrase("WHOM", "对象")
  static let reasonTitle = Phrase("WHY", "原因")
  static let terminalTitle = Phrase("TERMINAL", "终端")
  static let noAudit = Phrase("Nothing has been done yet.", "还没有任何操作记录。")
  static let auditGone = Phrase("That entry is no longer in this list.", "该条目已不在此列表中。")
  static let auditFilterHint = Phrase(
    "by:lin  act:lock-user  user:ali  reason:range  when<2h  -act:login  one|other",
    "by:lin  act:lock-user  user:ali  reason:range  when<2h  -act:login  甲|乙")
  static let chain = Phrase("CHAIN", "链")
  static func chainSealed(_ number: Int64) -> Phrase {
    number == 0
      ? Phrase("empty, and sealed with the key", "为空，已用密钥封存")
      : Phrase(
        "ends with #\(number), as the key vouches; \(key(.verify)) walks all of it",
        "止于 #\(number)，有密钥为证；按 \(key(.verify)) 逐条核对")
  }
  static func chainMoved(_ number: Int64) -> Phrase {
    Phrase(
      "ENDS ELSEWHERE than it was sealed: #\(number); \(key(.verify)) finds where",
      "终点与封存处不符：#\(number)；按 \(key(.verify)) 查找")
  }
  static let chainUnsealed = Phrase(
    "NOT SEALED with this key: \(key(.verify)) walks it", "未用此密钥封存；按 \(key(.verify)) 核对")

  static func audited(_ action: AuditRecord.Action) -> Phrase {
    switch action {
    case .login: Phrase("logged in", "登录")
    case .logout: Phrase("logged out", "退出")
    case .endSession: Phrase("ended sessions", "结束会话")
    case .addUser: Phrase("added user", "添加用户")
    case .importUser: Phrase("imported user", "导入用户")
    case .lockUser: Phrase("locked user", "锁定用户")
    case .unlockUser: Phrase("unlocked user", "解锁用户")
    case .removeUser: Phrase("removed user", "删除用户")
    case .setPassword: Phrase("set password", "设置密码")
    case .giveCode: Phrase("gave out a code", "发放代码")
    case .setMaximum: Phrase("set session limit", "设置会话上限")
    case .restore: Phrase("restored sessions", "恢复会话")
    case .expire: Phrase("timed out", "使超时")
    case .extend: Phrase("extended", "延长会话")
    case .undo: Phrase("took back", "撤销操作")
    case .endAll: Phrase("ended everybody", "结束所有人")
    case .forgive: Phrase("forgave failures", "清除失败记录")
    case .setPolicy: Phrase("set policy", "设置策略")
    case .rotateKey: Phrase("replaced the key", "更换密钥")
    case .pruneAudit: Phrase("pruned the log", "清理日志")
    case .restoreBackup: Phrase("restored a backup", "恢复备份")
    case .move: Phrase("moved the database", "迁移数据库")
    case .populate: Phrase("populated", "填充示例")
    case .sweep: Phrase("swept", "清扫")
    }
  }
}
