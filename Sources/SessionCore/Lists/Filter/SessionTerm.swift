/// One condition on a session.
public enum SessionTerm: Hashable, Sendable {
  /// The login's key begins with this.
  case loginPrefix(String)
  /// The login's key has this in it.
  case loginContains(String)
  /// The session is in this state. `live` means every session that still authenticates.
  case state(SessionState)
  /// The session is of this kind.
  case kind(SessionKind)
  /// The session was made from an address in this network. One without an address was made from nowhere.
  case from(Network)
  /// What the client called itself has this in it, whatever the case of ASCII letters; given in small letters.
  case client(String)
  /// The client's program is called this in lists; nil for none that is known.
  case app(String?)
  /// The client's system is called this in lists; nil for none that is known.
  case system(String?)
  /// How long ago the session was made.
  case started(LengthTest)
  /// How long ago a request last came.
  case idle(LengthTest)
  /// How long until the session ends if nothing happens.
  case ends(LengthTest)
  /// Who made it for its user begins with this: `lin on pts/3`.
  case madeBy(String)
  /// The session is this one.
  case id(SessionID)
  /// The session is one of these.
  case ids([SessionID])
  /// The session is this user's.
  case user(User.ID)
  /// The session is the operator's own.
  case own(OwnMark)
}

extension Filter where Term == SessionTerm {
  /// Reads a filter as people type it, such as `user:ali -from:203.0.113.0/24 state:idle|state:ending`; ``words`` has all.
  ///
  /// Words with a space between them must all hold; `|` stands for "or" and binds tighter than the space; `-` before a word
  /// means that it must not hold; a value in quotation marks may hold spaces; bare text is a part of the login.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws(FilterError) { try self.init(text: text, read: SessionTerm.init) }

  /// The words of the language.
  public static var words: [FilterExample] { SessionTerm.words }
}

extension SessionTerm {
  static let words =
    [
      FilterExample("ali", "the login has this in it", "登录名含此文字"),
      FilterExample("user:ali", "the login begins with this", "登录名以此开头"),
      FilterExample(
        "state:idle", "the state: live (all of them), idle, ending, remembered, simulated",
        "状态：live（全部在线）、idle、ending、remembered、simulated"),
      FilterExample("kind:remembered", "the kind: browser, remembered, simulated", "种类：browser、remembered、simulated"),
      FilterExample("from:203.0.113.0/24", "made from this network or address, IPv4 or IPv6", "来自此网段或地址（IPv4 或 IPv6）"),
      FilterExample("client:firefox", "what the client calls itself has this in it", "客户端标识含此文字"),
      FilterExample("app:firefox", "the program, as the list names it; none for an unknown one", "列表所示的程序名；none 表示未知"),
      FilterExample("on:windows", "the system, as the list names it; none for an unknown one", "列表所示的系统名；none 表示未知"),
      FilterExample("started<2h", "started less than 2 hours ago", "开始不到 2 小时"),
      FilterExample("started>1d", "started more than a day ago", "开始超过 1 天"),
      FilterExample("idle>10m", "no request for more than 10 minutes; idle< for less", "超过 10 分钟无请求；idle< 表示不到"),
      FilterExample("ends<5m", "ends within 5 minutes if nothing happens; ends> for later", "若无操作 5 分钟内结束；ends> 表示更晚"),
      FilterExample("by:lin", "made by this operator, by simulation", "由此操作员模拟创建"),
      FilterExample("id:01JD3KX4N0V5S8T2W6Y9ZABCDE", "the session of this id", "此编号的会话"),
    ] + FilterExample.joining(not: "-state:idle")

  private static let names = [
    "user:", "state:", "kind:", "from:", "client:", "app:", "on:", "by:", "id:", "started<", "idle>", "ends<",
  ]

  fileprivate init(_ word: FilterWord) throws(FilterError) {
    switch word.name {
    case nil: self = .loginContains(try word.loginKey(like: "ali"))
    case "user": self = .loginPrefix(try word.loginKey(like: "user:ali"))
    case "state": self = .state(try word.choice(SessionState.allCases, \.rawValue))
    case "kind": self = .kind(try word.choice(SessionKind.allCases, \.name))
    case "from":
      guard let network = Network(text: try word.text(like: "from:203.0.113.0/24")) else {
        throw FilterError(word, .notANetwork)
      }
      self = .from(network)
    case "client": self = .client(UserAgent.sought(try word.text(like: "client:firefox")))
    case "app": self = .app(try word.name(of: UserAgent.apps))
    case "on": self = .system(try word.name(of: UserAgent.systemNames))
    case "started": self = .started(try word.length(like: "started<2h"))
    case "idle": self = .idle(try word.length(like: "idle>10m"))
    case "ends": self = .ends(try word.length(like: "ends<5m"))
    case "by": self = .madeBy(try word.text(like: "by:lin"))
    case "id":
      guard let id = SessionID(text: try word.text(like: "id:01JD3KX4N0V5S8T2W6Y9ZABCDE")) else {
        throw FilterError(word, .notAnID)
      }
      self = .id(id)
    default: throw FilterError(word, .unknownWord(Self.names))
    }
  }
}

extension FilterWord {
  /// The value as one of `names` in small letters, or `none`.
  func name(of names: [String]) throws(FilterError) -> String? {
    let value = try text(like: "\(name ?? ""):none").asciiLowercased
    if value == "none" { return nil }
    guard let found = names.first(where: { $0.asciiLowercased == value }) else {
      throw FilterError(self, .unknownValue(names.map(\.asciiLowercased) + ["none"]))
    }
    return found
  }
}
