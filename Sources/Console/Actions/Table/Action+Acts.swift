import Screen
import SessionCore

extension Action {
  /// An act on the rows that are marked, or on the one under the cursor, which is asked about before it is done.
  private static func act(
    _ id: ID, _ key: Character, in views: Set<ViewID>, _ label: Phrase?, _ help: Phrase
  ) -> Action {
    Action(
      id, [.character(key)], in: views, dangerous: true, label: label, help, unless: { $0.actDisabled(id) }
    ) { $0.ask(id) }
  }

  /// Ending sessions, and taking that back: what the console is opened for.
  static let ending = [
    act(
      .end, "x", in: [.sessions], Phrase("end", "结束"),
      Phrase("end the session, or all that are marked", "结束该会话或全部已标记的会话")),
    act(
      .endAll, "X", in: .ofUsers, Phrase("end all of user", "结束其全部会话"),
      Phrase("end all sessions of the user", "结束该用户的全部会话")),
    Action(
      .undo, [.character("u")], dangerous: true, label: Phrase("undo", "撤销"),
      Phrase("take the last act back, for 5 minutes", "撤销上一次操作（5 分钟内）"), unless: { $0.undoDisabled }
    ) { $0.undo() },
  ]

  /// Acts on users, and on those who have to wait.
  static let userActs = [
    act(
      .forgive, "a", in: [.users, .attempts], Phrase("forgive", "解除限速"),
      Phrase("forget the user's failed logins: no more waiting", "清除该用户的登录失败记录，不再等待")),
    act(
      .forgiveNetwork, "A", in: [.attempts], Phrase("forgive address", "解除地址限速"),
      Phrase("forget the failed logins from the address", "清除来自该地址的登录失败记录")),
    act(.lock, "L", in: .ofUsers, Phrase("lock", "锁定"), Phrase("lock the user and end their sessions", "锁定用户并结束其会话")),
    act(.unlock, "U", in: .ofUsers, Phrase("unlock", "解锁"), Phrase("unlock the user", "解锁用户")),
  ]

  /// Acts that are done rarely: the last to be named.
  static let rareActs = [
    act(
      .extend, "+", in: [.sessions], Phrase("extend", "延长"),
      Phrase("extend the session, as if a request came now", "延长该会话，如同此刻有一次访问")),
    act(.expire, "T", in: [.sessions], Phrase("time out", "超时"), Phrase("let the session time out now", "让该会话立即超时")),
    Action(
      .addUser, [.character("i")], in: [.users], dangerous: true, label: Phrase("add", "添加"),
      Phrase("add a user", "添加用户"), unless: { $0.setting.isReadOnly ? Words.readOnly : nil }
    ) { $0.askWhom() },
    act(
      .giveCode, "c", in: [.users], Phrase("code", "代码"),
      Phrase("give a one-time code to choose a password", "发放一次性代码，用于设置密码")),
    act(.remove, "D", in: [.users], Phrase("remove", "删除"), Phrase("remove the user", "删除该用户")),
    act(
      .endEverybody, "E", in: [.sessions], Phrase("end everybody", "结束所有人"), Phrase("log everybody out", "结束所有人的全部会话")),
    Action(.history, [.character("H")], Phrase("what was done, to take any of it back", "操作记录，可撤销其中任一项")) {
      $0.openHistory()
    },
  ]
}
