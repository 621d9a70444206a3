import SessionCore

extension State {
  /// The act that an action means here: about the row under the cursor, never about its neighbour.
  func act(_ id: Action.ID) -> Act? {
    guard let target else { return nil }
    return switch id {
    case .end: target.session.map { .end($0, login: target.login) }
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
    var session: SessionID?

    init(_ session: Session) {
      (user, login, isLocked) = (session.userID, session.owner.login, session.owner.state == .locked)
      self.session = session.id
    }

    init(_ user: User) { (self.user, login, isLocked) = (user.id, user.login.text, user.state == .locked) }
  }

  /// The session or the user that an act is about: the one whose detail is shown, else the one under the cursor. The list
  /// under a detail may have moved on.
  private var target: Target? {
    if case .detail(let detail)? = overlay { return target(of: detail) }
    return switch view {
    case .sessions: sessions.selected.map { Target($0) }
    case .users: users.selected.map { Target($0.user) }
    case .simulate: nil
    }
  }

  private func target(of detail: Detail) -> Target? {
    switch detail.content {
    case .session(let content)?:
      content.ending == nil && content.session.isLive(at: now) ? Target(content.session) : nil
    case .user(let content)?: Target(content.listing.user)
    case nil: if case .session(let session) = detail.subject, session.isLive(at: now) { Target(session) } else { nil }
    }
  }

  /// Why an action cannot be done now; nil when it can.
  func disabled(_ id: Action.ID) -> Phrase? {
    switch id {
    case .end, .endAll, .lock, .unlock:
      if setting.isReadOnly { return Words.readOnly }
      guard let target else {
        return view == .sessions && (sessions.isGone || overlay != nil) ? Words.alreadyEnded : Words.nothingHere
      }
      if id == .lock, target.isLocked { return Words.isLockedAlready(target.login) }
      if id == .unlock, !target.isLocked { return Words.isNotLocked(target.login) }
      return nil
    case .open:
      return overlay == nil && (view == .users ? users.current == nil : sessions.current == nil)
        ? Words.nothingHere : nil
    case .run, .step:
      if setting.isReadOnly { return Words.readOnly }
      if simulation.isRunning { return Words.stillRunning }
      return simulation.login.text.isEmpty ? Words.whoLogsIn : nil
    default: return nil
    }
  }
}
