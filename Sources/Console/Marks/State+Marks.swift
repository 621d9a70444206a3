import SessionCore

extension State {
  /// Whether something is marked in the list that is shown.
  var hasMarks: Bool {
    guard isInList else { return false }
    return switch view {
    case .sessions: !marks.sessions.isEmpty
    case .users: !marks.users.isEmpty
    default: false
    }
  }

  /// How many rows are marked in the list that is shown; nil while a range is being chosen.
  var marked: CappedCount? {
    switch view {
    case .sessions: marks.sessions.range == nil ? marks.sessions.count(of: sessions.matching) : nil
    case .users: marks.users.range == nil ? marks.users.count(of: users.matching) : nil
    default: CappedCount(found: 0)
    }
  }

  /// Why nothing can be marked; nil when something can.
  var markDisabled: Phrase? {
    guard isInList else { return Words.nothingHere }
    switch view {
    case .sessions: return sessions.selected == nil ? (sessions.isGone ? Words.alreadyEnded : Words.nothingHere) : nil
    case .users: return users.selected == nil ? Words.nothingHere : nil
    default: return Words.nothingHere
    }
  }

  /// Marks the row under the cursor or unmarks it, and goes on to the next. A range that is being chosen is marked.
  mutating func mark() -> [Effect] {
    if hasRange { return endRange() }
    switch view {
    case .sessions:
      guard let row = sessions.selected else { return [] }
      marks.sessions.toggle(row, at: listTime)
    case .users:
      guard let row = users.selected else { return [] }
      marks.users.toggle(row, at: listTime)
    default: return []
    }
    return move(1)
  }

  /// Marks all that match the filter, or nothing when all were.
  mutating func markAll() -> [Effect] {
    switch view {
    case .sessions: marks.sessions.toggleAll()
    case .users: marks.users.toggleAll()
    default: break
    }
    return []
  }

  /// Unmarks everything in the list that is shown; returns whether there was anything.
  mutating func clearMarks() -> Bool {
    guard hasMarks else { return false }
    if hasRange {
      marks.sessions.range = nil
      marks.users.range = nil
      return true
    }
    if view == .users { marks.users = MarkSet() } else { marks.sessions = MarkSet() }
    return true
  }

  // MARK: What an act is about.

  /// The marked sessions; nil for none.
  var markedSessions: SessionScope? {
    guard isInList, view == .sessions, !marks.sessions.isEmpty else { return nil }
    let set = marks.sessions
    guard set.isAll else {
      return .marked(inOrder(set.marks.values.map { SessionLook($0.row, at: $0.at) }))
    }
    let left = set.excepted.keys.sorted()
    let filter = left.isEmpty ? sessionQuery.filter : sessionQuery.filter.and(not: .ids(left))
    return .matching(
      filter, text: text(sessions.filter.isEmpty ? "state:live" : sessions.filter, but: set.excepted.count))
  }

  /// The filter as it was typed, and how many are left out of it.
  private func text(_ filter: String, but left: Int) -> String {
    left == 0 ? filter : filter + say(Words.excepted(left))
  }

  /// The last seen first, as the list shows them.
  private func inOrder(_ looks: [SessionLook]) -> [SessionLook] {
    looks.sorted { ($0.lastSeenAt, $0.id) > ($1.lastSeenAt, $1.id) }
  }

  /// The marked users, or those of the marked sessions; nil for none.
  var markedUsers: UserScope? {
    guard isInList else { return nil }
    switch view {
    case .users where !marks.users.isEmpty:
      let set = marks.users
      guard set.isAll else {
        return .marked(set.marks.values.map { UserLook($0.row.user) }.sorted { $0.id < $1.id })
      }
      let left = set.excepted.values.map(\.row.user.login.key).sorted()
      let filter = left.isEmpty ? userQuery.filter : userQuery.filter.and(not: .keys(left))
      return .matching(filter, text: text(users.filter, but: set.excepted.count))
    case .sessions where !marks.sessions.isEmpty && !marks.sessions.isAll:
      var users: [User.ID: String] = [:]
      for mark in marks.sessions.marks.values { users[mark.row.userID] = mark.row.owner.login }
      return .marked(users.sorted { $0.key < $1.key }.map { UserLook(id: $0.key, login: $0.value) })
    default: return nil
    }
  }
}
