import SessionCore

extension UserTerm {
  /// The term in SQL, over `users u`. `column` names an indexed column as the route wants it.
  func condition(at now: Timestamp, column: (String) -> String = { $0 }) -> Condition {
    switch self {
    case .loginPrefix(let key): .loginPrefix(key, column("u.login_key"))
    case .loginContains(let key): .loginContains(key)
    case .state(let state): Condition("\(column("u.state")) = ?", .integer(Int64(state.rawValue)))
    case .lastLogin(let test): .age(column("u.last_login_at"), test, at: now)
    case .neverLoggedIn: Condition("\(column("u.last_login_at")) IS NULL")
    case .created(let test): .age(column("u.created_at"), test, at: now)
    case .scheme(let name):
      Condition("\(column("u.id")) IN (SELECT c.user_id FROM credentials c WHERE c.scheme = ?)", .text(name))
    case .key(let key): Condition("u.login_key = ?", .text(key))
    case .keys(let keys): .list("u.login_key", keys.map { .text($0) })
    // A plus keeps SQLite from walking the whole table for it.
    case .upTo(let last): Condition("+u.id <= ?", .id(last))
    }
  }
}
