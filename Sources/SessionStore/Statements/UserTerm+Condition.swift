import SessionCore

extension UserTerm {
  /// The term in SQL, over `users u`.
  func condition(at now: Timestamp) -> Condition {
    switch self {
    case .loginPrefix(let key): .loginPrefix(key)
    case .loginContains(let key): .loginContains(key)
    case .state(let state): Condition("u.state = ?", .integer(Int64(state.rawValue)))
    case .lastLogin(let test): .age("u.last_login_at", test, at: now)
    case .neverLoggedIn: Condition("u.last_login_at IS NULL")
    case .created(let test): .age("u.created_at", test, at: now)
    case .scheme(let name): Condition("u.id IN (SELECT c.user_id FROM credentials c WHERE c.scheme = ?)", .text(name))
    case .key(let key): Condition("u.login_key = ?", .text(key))
    }
  }
}
