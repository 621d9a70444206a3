/// Which sessions a list shows or an act is about. Every term must hold; no term means all that are live.
public struct SessionFilter: Hashable, Sendable {
  /// One condition.
  public enum Term: Hashable, Sendable {
    /// The login's key begins with this.
    case loginPrefix(String)
    /// The login's key has this in it.
    case loginContains(String)
    /// The session is in this state. `live` means every session that still authenticates.
    case state(SessionState)
    /// The session is this one.
    case id(SessionID)
  }

  /// The conditions.
  public var terms: [Term]

  /// A filter of `terms`.
  public init(terms: [Term] = []) { self.terms = terms }

  /// Reads a filter as people type it: `user:ali`, `state:idle`, and bare text for a part of the login.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws {
    self.terms = try FilterWord.split(text).map { word in
      switch word.name {
      case nil: return .loginContains(try word.loginKey())
      case "user": return .loginPrefix(try word.loginKey())
      case "state":
        guard let state = SessionState(rawValue: word.value) else {
          throw FilterError(word: word, problem: .unknownValue(SessionState.allCases.map(\.rawValue)))
        }
        return .state(state)
      default: throw FilterError(word: word, problem: .unknownWord(["user:", "state:"]))
      }
    }
  }
}

/// Which users a list shows.
public struct UserFilter: Hashable, Sendable {
  /// One condition.
  public enum Term: Hashable, Sendable {
    /// The login's key begins with this.
    case loginPrefix(String)
    /// The login's key has this in it.
    case loginContains(String)
    /// The user is in this state.
    case state(User.State)
    /// The user is the one with this login key.
    case key(String)
  }

  /// The conditions.
  public var terms: [Term]

  /// A filter of `terms`.
  public init(terms: [Term] = []) { self.terms = terms }

  /// Reads a filter as people type it: `user:ali`, `state:locked`, and bare text for a part of the login.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws {
    self.terms = try FilterWord.split(text).map { word in
      switch (word.name, word.value) {
      case (nil, _): return .loginContains(try word.loginKey())
      case ("user", _): return .loginPrefix(try word.loginKey())
      case ("state", "active"): return .state(.active)
      case ("state", "locked"): return .state(.locked)
      case ("state", _): throw FilterError(word: word, problem: .unknownValue(["active", "locked"]))
      default: throw FilterError(word: word, problem: .unknownWord(["user:", "state:"]))
      }
    }
  }
}
