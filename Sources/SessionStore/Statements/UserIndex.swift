import SessionCore

/// An index of `users`.
enum UserIndex {
  case byNumber
  case byLogin
  case byState
  case byLastLogin
  case byCreation

  /// Whether it has what users are sorted by, so that they are sorted without their rows.
  func has(_ sort: UserSort) -> Bool {
    switch sort {
    case .login: self != .byNumber
    case .created: self == .byCreation || self == .byLastLogin || self == .byState
    case .lastLogin: self == .byLastLogin || self == .byState
    }
  }
}

/// A part of an index of users.
struct UserRange {
  var index: UserIndex
  /// What the index finds it by.
  var condition: Condition
  /// Asks for a row for each of its users, without the users' rows.
  var rows: Condition

  init(_ index: UserIndex, _ condition: Condition, in dialect: Dialect, rows: Condition? = nil) {
    self.index = index
    self.condition = condition
    self.rows = rows ?? Condition("SELECT 1 FROM users u\(dialect.following(index)) WHERE ") + condition
  }
}

extension Dialect {
  /// Has this index followed, and no other.
  func following(_ index: UserIndex) -> String {
    switch index {
    case .byNumber: self == .sqlite ? " NOT INDEXED" : following("PRIMARY")
    case .byLogin: following(self == .sqlite ? "sqlite_autoindex_users_1" : "login_key")
    case .byState: following("users_by_state")
    case .byLastLogin: following("users_by_last_login")
    case .byCreation: following("users_by_creation")
    }
  }
}
