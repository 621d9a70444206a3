import SessionCore

/// A login's ends, from each of its characters on, each cut to some bytes: a text that is anywhere in a login is found as
/// the beginning of one of them, in any script and at any length, and on every engine alike.
enum LoginParts {
  /// Bytes that are kept of each.
  static let length = 24

  /// The parts that have `key` at their beginning, over `login_parts p`. What is longer than a part must be looked at in
  /// the login itself besides.
  static func beginning(with key: String) -> Condition {
    let first = Array(key.utf8.prefix(length))
    // No byte of a text is 255: the next one is one.
    var next = first
    if let last = next.popLast() { next.append(last + 1) }
    return Condition("p.part >= ? AND p.part < ?", .blob(first), .blob(next))
  }

  /// Whether a part says all about `key`.
  static func isWhole(_ key: String) -> Bool { key.utf8.count <= length }
}

extension Dialect {
  /// Asks for the parts of users' logins, in their order: `part`, `user_id`. `users` is a condition on users.
  func loginParts(of users: String) -> String {
    let (key, part) =
      self == .sqlite
      ? ("login_key", "substr(CAST(rest AS BLOB), 1, \(LoginParts.length))")
      : ("CONVERT(login_key USING utf8mb4)", "left(CAST(rest AS BINARY), \(LoginParts.length))")
    return """
      WITH RECURSIVE ends(user_id, rest) AS (
        SELECT id, \(key) FROM users WHERE \(users)
        UNION ALL SELECT user_id, substr(rest, 2) FROM ends WHERE length(substr(rest, 2)) > 0)
      SELECT DISTINCT \(part), user_id FROM ends ORDER BY 1, 2
      """
  }
}

extension SQLStore {
  /// Notes the parts of the logins of users that were just added, by whatever way: from the number `first` to `last`.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  public func addLoginParts(from first: User.ID, to last: User.ID) throws {
    try database.run(
      "INSERT INTO login_parts(part, user_id) \(dialect.loginParts(of: "id >= ? AND id <= ?"))",
      [.id(first), .id(last)])
  }

  /// Forgets the parts of the login of a user who is about to be removed.
  func removeLoginParts(of user: User.ID) throws {
    let parts = try database.all(dialect.loginParts(of: "id = ?"), [.id(user)]) { SQLValue.blob($0.blob(0)) }
    let some = Condition("user_id = ?", .id(user)) && .list("part", parts)
    try database.run("DELETE FROM login_parts WHERE \(some.sql)", some.arguments)
  }
}
