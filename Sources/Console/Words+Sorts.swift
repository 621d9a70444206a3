import SessionCore

extension Words {
  static let oldestFirst = Phrase("oldest first", "旧的在前")
  static let sortedByTime = Phrase(
    "This list is sorted by time; \(key(.reverse)) turns it round.", "此列表按时间排序；按 \(key(.reverse)) 反转顺序。")
  static func sort(_ sort: UserSort, descending: Bool) -> Phrase {
    switch sort {
    case .login: descending ? Phrase("by login, last first", "按登录名倒序") : byLogin
    case .lastLogin:
      descending ? Phrase("last login, newest first", "按上次登录，新的在前") : Phrase("last login, oldest first", "按上次登录，旧的在前")
    case .created:
      descending ? Phrase("created, newest first", "按创建时间，新的在前") : Phrase("created, oldest first", "按创建时间，旧的在前")
    }
  }
}
