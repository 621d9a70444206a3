/// One condition on an attempt to log in.
public enum AttemptTerm: Hashable, Sendable {
  /// The login's key begins with this. Only users have one: a name that nobody has is kept masked.
  case loginPrefix(String)
  /// The login's key has this in it.
  case loginContains(String)
  /// The attempt was on this user.
  case user(User.ID)
  /// It came from an address in this network. One without an address came from nowhere.
  case from(Network)
  /// What the client called itself has this in it, whatever the case of ASCII letters; given in small letters.
  case client(String)
  /// The client's program is called this in lists; nil for none that is known.
  case app(String?)
  /// The client's system is called this in lists; nil for none that is known.
  case system(String?)
  /// It was simulated.
  case simulated
  /// This came of it.
  case outcome(Attempt.Outcome)
  /// When it was made.
  case at(MomentTest)
  /// The attempt is the one of this number.
  case number(Int64)
}

/// Which attempts a list shows.
public typealias AttemptFilter = Filter<AttemptTerm>

extension Filter where Term == AttemptTerm {
  /// Reads a filter as people type it, such as `user:ali -outcome:ok from:203.0.113.0/24`; ``words`` has all. The words are
  /// joined as those of sessions are.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws(FilterError) { try self.init(text: text, read: AttemptTerm.init) }

  /// The words of the language.
  public static var words: [FilterExample] { AttemptTerm.words }
}

extension AttemptTerm {
  private static var outcomes: String { Attempt.Outcome.allCases.map(\.name).joined(separator: ", ") }

  static let words =
    [
      FilterExample("ali", "the user's login has this in it", "用户的登录名含此文字"),
      FilterExample("user:ali", "the user's login begins with this", "用户的登录名以此开头"),
      FilterExample("from:203.0.113.0/24", "from this network or address, IPv4 or IPv6", "来自此网段或地址（IPv4 或 IPv6）"),
      FilterExample(
        "outcome:wrong-password", "what came of it: \(outcomes)",
        "结果：\(outcomes.split(separator: ",").map { $0.drop { $0 == " " } }.joined(separator: "、"))"),
      FilterExample("client:curl", "what the client calls itself has this in it", "客户端标识含此文字"),
      FilterExample("app:firefox", "the program, as the list names it; none for an unknown one", "列表所示的程序名；none 表示未知"),
      FilterExample("on:windows", "the system, as the list names it; none for an unknown one", "列表所示的系统名；none 表示未知"),
      FilterExample(
        "kind:simulated", "simulated, and not anybody's own; -kind:simulated for the others", "模拟的；-kind:simulated 表示其余"
      ),
    ] + FilterWord.momentExamples + FilterExample.joining(not: "-outcome:ok")

  private static let names =
    ["user:", "from:", "outcome:", "client:", "app:", "on:", "kind:"] + FilterWord.momentNames

  fileprivate init(_ word: FilterWord) throws(FilterError) {
    switch word.name {
    case nil: self = .loginContains(try word.loginKey(like: "ali"))
    case "user": self = .loginPrefix(try word.loginKey(like: "user:ali"))
    case "from":
      guard let network = Network(text: try word.text(like: "from:203.0.113.0/24")) else {
        throw FilterError(word, .notANetwork)
      }
      self = .from(network)
    case "outcome": self = .outcome(try word.choice(Attempt.Outcome.allCases, \.name))
    case "client": self = .client(UserAgent.sought(try word.text(like: "client:curl")))
    case "app": self = .app(try word.name(of: UserAgent.apps))
    case "on": self = .system(try word.name(of: UserAgent.systemNames))
    case "kind":
      _ = try word.choice([SessionKind.simulated], \.name)
      self = .simulated
    default:
      guard let moment = try word.moment() else { throw FilterError(word, .unknownWord(Self.names)) }
      self = .at(moment)
    }
  }
}
