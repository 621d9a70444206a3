/// What a file of accounts can be. The names stand in `--from`.
enum ImportKind: String, CaseIterable {
  case userMan = "user-man"
  case csv
  case tsv
  case htpasswd
  case shadow
  case django
  case json

  /// What the audit log calls it.
  var auditName: String { self == .userMan ? "user_man" : rawValue }

  /// How Django's table auth_user names its columns.
  static let djangoColumns: [AccountColumn: String] = [
    .login: "username", .hash: "password", .id: "id", .state: "is_active", .created: "date_joined",
    .lastLogin: "last_login",
  ]
}
