import Screen
import SessionCore

/// One thing that the console can do, in the one table from which the keys, the key bar and the help are made.
public struct Action: Sendable {
  /// Which action it is. The raw value is its name for configuration and for the command line.
  public enum ID: String, Sendable, CaseIterable {
    case down, up, pageDown = "page-down", pageUp = "page-up", halfDown = "half-down", halfUp = "half-up"
    case first, last, open, back
    case end, endAll = "end-all", endEverybody = "end-everybody", undo
    case forgive, forgiveNetwork = "forgive-network", lock, unlock, giveCode = "give-code", remove
    case filter, sortNext = "sort-next", sortPrevious = "sort-previous", reverse
    case run, step, edit
    case sessions, users, attempts, simulate, nextView = "next-view"
    case refresh, theme, redraw, suspend, help, quit
  }

  /// Which one.
  public let id: ID
  /// The keys that do it.
  public let keys: [Key]
  /// The views in which it works; nil for all.
  public let views: Set<ViewID>?
  /// Whether it changes the database.
  public let isDangerous: Bool
  /// Its short name for the key bar; nil where it is not shown there.
  public let label: Phrase?
  /// What it does, for the help.
  public let help: Phrase

  init(
    _ id: ID, _ keys: [Key], in views: Set<ViewID>? = nil, dangerous: Bool = false, label: Phrase? = nil, _ help: Phrase
  ) {
    self.id = id
    self.keys = keys
    self.views = views
    self.isDangerous = dangerous
    self.label = label
    self.help = help
  }

  func works(in view: ViewID) -> Bool { views?.contains(view) ?? true }
}

extension Action {
  /// The action of a key in a view.
  static func of(_ key: Key, in view: ViewID) -> Action? {
    all.first { $0.works(in: view) && $0.keys.contains(key) }
  }

  private static let lists: Set<ViewID> = [.sessions, .users, .attempts]
  /// Where the rows are of users, or of what belongs to one.
  private static let ofUsers: Set<ViewID> = [.sessions, .users]

  /// Every action, in the order in which the help and the key bar name them.
  public static let all: [Action] = [
    Action(.open, [.enter], in: lists, label: Phrase("open", "打开"), Phrase("open the details", "查看详情")),
    Action(
      .end, [.character("x")], in: [.sessions], dangerous: true, label: Phrase("end", "结束"),
      Phrase("end the session", "结束该会话")),
    Action(
      .endAll, [.character("X")], in: ofUsers, dangerous: true, label: Phrase("end all of user", "结束其全部会话"),
      Phrase("end all sessions of the user", "结束该用户的全部会话")),
    Action(
      .undo, [.character("u")], in: lists, dangerous: true, label: Phrase("undo", "撤销"),
      Phrase("take the last end back, for 5 minutes", "撤销上一次结束操作（5 分钟内）")),
    Action(
      .forgive, [.character("a")], in: [.users, .attempts], dangerous: true, label: Phrase("forgive", "解除限速"),
      Phrase("forget the user's failed logins: no more waiting", "清除该用户的登录失败记录，不再等待")),
    Action(
      .forgiveNetwork, [.character("A")], in: [.attempts], dangerous: true, label: Phrase("forgive address", "解除地址限速"),
      Phrase("forget the failed logins from the address", "清除来自该地址的登录失败记录")),
    Action(
      .lock, [.character("L")], in: ofUsers, dangerous: true, label: Phrase("lock", "锁定"),
      Phrase("lock the user and end their sessions", "锁定用户并结束其会话")),
    Action(
      .unlock, [.character("U")], in: ofUsers, dangerous: true, label: Phrase("unlock", "解锁"),
      Phrase("unlock the user", "解锁用户")),
    Action(
      .run, [.character("r")], in: [.simulate], dangerous: true, label: Phrase("log in", "登录"),
      Phrase("simulate a login through login.cgi", "通过 login.cgi 模拟登录")),
    Action(
      .step, [.character("n")], in: [.simulate], dangerous: true, label: Phrase("next step", "下一步"),
      Phrase("do the next step: visit, then log out", "执行下一步：访问，然后退出")),
    Action(
      .edit, [.enter], in: [.simulate], label: Phrase("edit", "编辑"), Phrase("edit who logs in", "编辑登录信息")),
    Action(
      .filter, [.character("/"), .character("f")], in: lists, label: Phrase("filter", "筛选"),
      Phrase("filter: user:ali state:… -not one|other", "筛选：user:ali state:… -排除 甲|乙")),
    Action(
      .giveCode, [.character("c")], in: [.users], dangerous: true, label: Phrase("code", "代码"),
      Phrase("give a one-time code to choose a password", "发放一次性代码，用于设置密码")),
    Action(
      .remove, [.character("D")], in: [.users], dangerous: true, label: Phrase("remove", "删除"),
      Phrase("remove the user for good", "永久删除该用户")),
    Action(
      .endEverybody, [.character("E")], in: [.sessions], dangerous: true, label: Phrase("end everybody", "结束所有人"),
      Phrase("log everybody out", "结束所有人的全部会话")),
    Action(
      .sortNext, [.character(">")], in: [.sessions], Phrase("sort by the next column", "按下一列排序")),
    Action(
      .sortPrevious, [.character("<")], in: [.sessions], Phrase("sort by the column before", "按上一列排序")),
    Action(
      .reverse, [.character("r")], in: [.sessions], Phrase("turn the order round", "反转顺序")),
    Action(.down, [.character("j"), .down, .control("n")], Phrase("one down", "下移一行")),
    Action(.up, [.character("k"), .up, .control("p")], Phrase("one up", "上移一行")),
    Action(.pageDown, [.pageDown, .control("f")], Phrase("a page down", "下翻一页")),
    Action(.pageUp, [.pageUp, .control("b")], Phrase("a page up", "上翻一页")),
    Action(.halfDown, [.control("d")], Phrase("half a page down", "下翻半页")),
    Action(.halfUp, [.control("u")], Phrase("half a page up", "上翻半页")),
    Action(.first, [.character("g"), .home], Phrase("to the first row", "到第一行")),
    Action(.last, [.character("G"), .end], Phrase("to the last row", "到最后一行")),
    Action(.sessions, [.character("1")], Phrase("sessions: who is logged in", "会话：谁已登录")),
    Action(.users, [.character("2")], Phrase("users: who may log in", "用户：谁可以登录")),
    Action(.attempts, [.character("3")], Phrase("attempts: who tried to log in", "登录尝试：谁尝试过登录")),
    Action(.simulate, [.character("6")], Phrase("simulate: a login, step by step", "模拟：逐步演示登录")),
    Action(.nextView, [.tab], Phrase("the next view", "下一个视图")),
    Action(.back, [.escape, .backspace], Phrase("back out; clear the filter", "返回；清除筛选")),
    Action(.refresh, [.character("R")], Phrase("read the list anew", "重新读取列表")),
    Action(.theme, [.character("t")], Phrase("the next theme", "下一个主题")),
    Action(.redraw, [.control("l")], Phrase("draw the screen anew", "重绘屏幕")),
    Action(.suspend, [.control("z")], Phrase("suspend to the shell", "挂起到 shell")),
    Action(
      .help, [.character("?"), .function(1)], label: Phrase("help", "帮助"), Phrase("the keys that work here", "此处可用的按键")),
    Action(.quit, [.character("q"), .control("c")], label: Phrase("quit", "退出"), Phrase("leave the console", "离开控制台")),
  ]
}

extension Key {
  /// What is printed on the key.
  var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .backspace: "⌫"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
