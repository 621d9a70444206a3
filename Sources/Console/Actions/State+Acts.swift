import SessionCore

extension State {
  /// The act that an action means here: about the row under the cursor, never about its neighbour.
  func act(_ id: Action.ID) -> Act? {
    guard let target else { return nil }
    return switch id {
    case .end: sessions.selected.map { .end($0.id, login: $0.owner.login) }
    case .endAll: .endAll(target.user, login: target.login)
    case .lock: .lock(target.user, login: target.login)
    case .unlock: .unlock(target.user, login: target.login)
    default: nil
    }
  }

  private struct Target {
    let user: User.ID
    let login: String
    let isLocked: Bool
  }

  /// The user under the cursor, or whose session is.
  private var target: Target? {
    switch view {
    case .sessions:
      sessions.selected.map {
        Target(user: $0.userID, login: $0.owner.login, isLocked: $0.owner.state == .locked)
      }
    case .users:
      users.selected.map {
        Target(user: $0.user.id, login: $0.user.login.text, isLocked: $0.user.state == .locked)
      }
    case .simulate: nil
    }
  }

  /// Why an action cannot be done now; nil when it can.
  func disabled(_ id: Action.ID) -> Phrase? {
    switch id {
    case .end, .endAll, .lock, .unlock:
      if setting.isReadOnly { return Words.readOnly }
      guard let target else { return view == .sessions && sessions.isGone ? Words.alreadyEnded : Words.nothingHere }
      if id == .lock, target.isLocked { return Words.isLockedAlready(target.login) }
      if id == .unlock, !target.isLocked { return Words.isNotLocked(target.login) }
      return nil
    case .open: return overlay == nil && (view == .users ? users.current == nil : sessions.current == nil) ? Words.nothingHere : nil
    case .run, .step:
      if setting.isReadOnly { return Words.readOnly }
      if simulation.isRunning { return Words.stillRunning }
      return simulation.login.text.isEmpty ? Words.whoLogsIn : nil
    default: return nil
    }
  }
}
