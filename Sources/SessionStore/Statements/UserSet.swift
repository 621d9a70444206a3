import SessionCore

/// The users whose logins begin with a text, or have it in them, as an index finds them.
struct UserSet {
  /// Asks for their numbers, as `id`; for one who has the text twice, perhaps twice.
  var query: Condition
  /// The same said of `users u`.
  var test: Condition

  static func beginning(with key: String) -> UserSet {
    let test = Condition.loginPrefix(key)
    return UserSet(query: Condition("SELECT u.id AS id FROM users u WHERE ") + test, test: test)
  }

  static func containing(_ key: String) -> UserSet {
    let test = Condition.loginContains(key)
    let parts = LoginParts.beginning(with: key)
    let query =
      LoginParts.isWhole(key)
      ? Condition("SELECT p.user_id AS id FROM login_parts p WHERE ") + parts
      : Condition("SELECT u.id AS id FROM login_parts p JOIN users u ON u.id = p.user_id WHERE ") + (parts && test)
    return UserSet(query: query, test: test)
  }

  /// That a column is the number of one of them.
  func among(_ column: String) -> Condition { Condition("\(column) IN (") + query + Condition(")") }
}

extension SQLStore {
  /// That a column is the number of one of some users, as it is asked of each row that is passed.
  func condition(of users: UserSet, _ column: String) throws -> Condition {
    let count = try database.count(users.query.sql, users.query.arguments, upTo: SessionSearch.someUsers)
    guard count > 0 else { return Condition("0") }
    // They are noted where they are not many; a server would begin with them, whatever order was asked for.
    guard dialect == .sqlite, count <= SessionSearch.someUsers else {
      return Condition("(SELECT ") + users.test + Condition(" FROM users u WHERE u.id = \(column))")
    }
    return users.among(column)
  }

  /// The part of an index of a table whose rows are numbered that those of some users are in; nil for too many users.
  func range(of users: UserSet, _ index: String, _ column: String) throws -> NumberedRange? {
    let limit = SessionSearch.someUsers
    guard try database.count(users.query.sql, users.query.arguments, upTo: limit) <= limit else { return nil }
    return NumberedRange(index: index, condition: users.among(column))
  }
}

extension Condition {
  /// One text after the other.
  static func + (left: Condition, right: Condition) -> Condition {
    var both = left
    both.sql += right.sql
    both.arguments += right.arguments
    return both
  }
}
