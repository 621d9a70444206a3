/// What a column of a file of accounts can be for. The names stand in `--map`.
enum AccountColumn: String, CaseIterable, Sendable {
  case login
  case password
  case hash
  case salt
  case id
  case created
  case changed
  case lastLogin = "last-login"
  case state

  /// What other systems call it, in the order in which they are looked for.
  var usualNames: [String] {
    switch self {
    case .login: ["login", "username", "user", "login_name", "user_name", "user_login"]
    case .password: ["password", "passwd", "pass", "pwd", "plaintext"]
    case .hash:
      [
        "hash", "password_hash", "passwd_hash", "hashed_password", "encrypted_password", "crypted_password",
        "password_digest", "user_pass", "phc",
      ]
    case .salt: ["salt", "password_salt"]
    case .id: ["id", "user_id", "uid"]
    case .created: ["created", "created_at", "date_joined", "registered", "user_registered"]
    case .changed: ["password_changed", "password_changed_at"]
    case .lastLogin: ["last_login", "last_login_at", "last-login"]
    case .state: ["state", "is_active", "active", "enabled"]
    }
  }
}
