import SessionCore

/// How the lists beside the sessions' are sorted.
struct ListOrders: Equatable, Sendable {
  /// By what users are sorted.
  var users = UserSort.login
  /// Whether the largest come first.
  var areUsersDescending = false
  /// Whether the newest attempts come first.
  var areAttemptsDescending = true
  /// Whether the newest entries of the audit log come first.
  var isAuditDescending = true
}

extension State {
  /// Sorts the list that is shown by another column. A list of what happened is sorted by time alone.
  mutating func turnSort(_ step: Int) -> [Effect] {
    dropRange()
    switch view {
    case .sessions:
      sort = sort.turned(step)
      // What people look for first: the newest, and what ends soonest.
      isDescending = sort != .ends
      sessions.reset()
    case .users:
      orders.users = orders.users.turned(step)
      orders.areUsersDescending = orders.users != .login
      users.reset()
    case .attempts, .audit:
      notice = Notice(text: Words.sortedByTime, ink: .dim)
      return []
    case .overview: return turnSpan(step)
    case .simulate: return []
    }
    return reload()
  }

  /// Turns the order of the list that is shown round. It is read from its start: what is looked for is at the other end.
  mutating func reverseSort() -> [Effect] {
    dropRange()
    switch view {
    case .sessions:
      isDescending.toggle()
      sessions.reset()
    case .users:
      orders.areUsersDescending.toggle()
      users.reset()
    case .attempts:
      orders.areAttemptsDescending.toggle()
      attempts.reset()
    case .audit:
      orders.isAuditDescending.toggle()
      audit.list.reset()
    case .overview, .simulate: return []
    }
    return reload()
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The case so many further on, round and round.
  func turned(_ step: Int) -> Self {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[((index + step) % all.count + all.count) % all.count]
  }
}
