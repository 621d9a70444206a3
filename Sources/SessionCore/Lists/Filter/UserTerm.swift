/// One condition on a user.
public enum UserTerm: Hashable, Sendable {
  /// The login's key begins with this.
  case loginPrefix(String)
  /// The login's key has this in it.
  case loginContains(String)
  /// The user is in this state.
  case state(User.State)
  /// How long ago the user last logged in. Who never did is in neither.
  case lastLogin(LengthTest)
  /// The user never logged in.
  case neverLoggedIn
  /// How long ago the account was made.
  case created(LengthTest)
  /// The password's hash is of this scheme, such as `bcrypt`.
  case scheme(String)
  /// The user is the one with this login key.
  case key(String)
  /// The user is one with these login keys.
  case keys([String])
  /// The user was there when this one was the newest.
  case upTo(User.ID)
}

extension Filter where Term == UserTerm {
  /// Reads a filter as people type it, such as `state:active last>90d|last:never`; ``words`` has all. The words are joined
  /// as those of sessions are.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws(FilterError) { try self.init(text: text, read: UserTerm.init) }

  /// The words of the language.
  public static var words: [FilterExample] { UserTerm.words }
}

extension UserTerm {
  static let words =
    [
      FilterExample("ali", "the login has this in it", "登录名含此文字"),
      FilterExample("user:ali", "the login begins with this", "登录名以此开头"),
      FilterExample("state:locked", "the state: active, locked", "状态：active、locked"),
      FilterExample("last>90d", "last logged in more than 90 days ago", "上次登录在 90 天以前"),
      FilterExample("last<2d", "last logged in less than 2 days ago", "上次登录在 2 天以内"),
      FilterExample("last:never", "never logged in", "从未登录"),
      FilterExample("created<7d", "added less than 7 days ago; created> for longer", "添加不到 7 天；created> 表示更早"),
      FilterExample("scheme:bcrypt", "the password is kept by this scheme", "密码以此方案保存"),
    ] + FilterExample.joining(not: "-state:locked")

  private static let names = ["user:", "state:", "last<", "last:never", "created<", "scheme:"]

  fileprivate init(_ word: FilterWord) throws(FilterError) {
    switch word.name {
    case nil: self = .loginContains(try word.loginKey(like: "ali"))
    case "user": self = .loginPrefix(try word.loginKey(like: "user:ali"))
    case "state": self = .state(try word.choice(User.State.allCases, \.filterValue))
    case "last" where word.sign == .colon:
      guard word.value == "never" else { throw FilterError(word, .wrongForm(["last<2d", "last>90d", "last:never"])) }
      self = .neverLoggedIn
    case "last": self = .lastLogin(try word.length(like: "last>90d"))
    case "created": self = .created(try word.length(like: "created<7d"))
    case "scheme": self = .scheme(try word.text(like: "scheme:bcrypt").asciiLowercased)
    default: throw FilterError(word, .unknownWord(Self.names))
    }
  }
}

extension User.State {
  /// The state's word in filters.
  fileprivate var filterValue: String {
    switch self {
    case .active: "active"
    case .locked: "locked"
    }
  }
}
