/// By what users are sorted; the id decides between equals.
public enum UserSort: String, Sendable, CaseIterable {
  /// By the login's key.
  case login
  /// By the last login. Who never logged in comes last when the newest come first.
  case lastLogin = "last-login"
  /// By when the account was made.
  case created
}

/// Which users a list shows, and in which order.
public struct UserQuery: Hashable, Sendable {
  /// Which users.
  public var filter: UserFilter
  /// In which order.
  public var sort: UserSort
  /// Largest first.
  public var descending: Bool

  /// Makes a query from its parts.
  public init(filter: UserFilter = UserFilter(), sort: UserSort = .login, descending: Bool = false) {
    self.filter = filter
    self.sort = sort
    self.descending = descending
  }

  /// Where `user` stands in this order.
  public func position(of user: User) -> UserPosition {
    let time: Timestamp? =
      switch sort {
      case .login: nil
      case .lastLogin: user.lastLoginAt
      case .created: user.createdAt
      }
    return UserPosition(key: user.login.key, time: time, id: user.id)
  }
}

/// A place in an ordered list of users.
public struct UserPosition: Hashable, Sendable {
  /// The login's key.
  public var key: String
  /// The sorted moment; nil for none, and where the login's key decides.
  public var time: Timestamp?
  /// What decides between equals.
  public var id: User.ID

  /// Makes a position from its parts.
  public init(key: String, time: Timestamp?, id: User.ID) {
    self.key = key
    self.time = time
    self.id = id
  }
}
