import SessionCore

extension State {
  /// The act that an action means here: about the row under the cursor, never about its neighbour.
  func act(_ id: Action.ID) -> Act? {
    if id == .endEverybody { return .endEverybody }
    guard let target else { return nil }
    return switch id {
    case .end: target.session.map { .end($0, login: target.login) }
    case .endAll: target.user.map { .endAll($0, login: target.login) }
    case .lock: target.user.map { .lock($0, login: target.login) }
    case .unlock: target.user.map { .unlock($0, login: target.login) }
    case .forgive: target.user.map { .forgive($0, login: target.login) }
    case .forgiveNetwork: target.address.map { .forgiveNetwork($0) }
    case .giveCode: target.user.map { .giveCode($0, login: target.login) }
    case .remove: target.user.map { .remove($0, login: target.login) }
    default: nil
    }
  }

  /// What Enter opens here.
  var subjectHere: Detail.Subject? {
    switch view {
    case .sessions: sessions.current.map { .session($0) }
    case .users: users.current.map { .user($0.user.id) }
    case .attempts: attempts.current.map { .attempt($0) }
    case .audit: audit.list.current.map { .audit($0) }
    case .overview, .simulate: nil
    }
  }

  private struct Target {
    var user: User.ID?
    var login: String
    var isLocked = false
    var session: SessionID?
    var address: IPAddress?
    /// Nil where it is not known.
    var failures: Int?

    init(_ session: Session) {
      (user, login, isLocked) = (session.userID, session.owner.login, session.owner.state == .locked)
      self.session = session.id
    }

    init(_ listing: UserListing) {
      (user, login, failures) = (listing.user.id, listing.user.login.text, listing.failures)
      isLocked = listing.user.state == .locked
    }

    init(_ attempt: Attempt) { (user, login, address) = (attempt.userID, attempt.login, attempt.address) }
  }

  /// What an act is about: that whose detail is shown, else what is under the cursor. The list under a detail may have
  /// moved on.
  private var target: Target? {
    if case .detail(let detail)? = overlay { return target(of: detail) }
    return switch view {
    case .sessions: sessions.selected.map { Target($0) }
    case .users: users.selected.map { Target($0) }
    case .attempts: attempts.selected.map { Target($0.attempt) }
    case .audit, .overview, .simulate: nil
    }
  }

  private func target(of detail: Detail) -> Target? {
    switch detail.content {
    case .session(let content)?:
      content.ending == nil && content.session.isLive(at: now) ? Target(content.session) : nil
    case .user(let content)?: Target(content.listing)
    case .attempt(let content)?: Target(content.entry.attempt)
    case .audit?: nil
    case nil: if case .session(let session) = detail.subject, session.isLive(at: now) { Target(session) } else { nil }
    }
  }

  /// Why an act cannot be done now; nil when it can.
  func actDisabled(_ id: Action.ID) -> Phrase? {
    if setting.isReadOnly { return Words.readOnly }
    if id == .endEverybody { return totals?.live.value == 0 ? Words.nobodyToEnd : nil }
    guard let target else {
      return view == .sessions && (sessions.isGone || overlay != nil) ? Words.alreadyEnded : Words.nothingHere
    }
    return disabled(id, target)
  }

  /// Why nothing can be opened here; nil when something can.
  var openDisabled: Phrase? {
    if overlay == nil, view == .overview { return behindBar == nil ? Words.noRowsBehind : nil }
    return overlay == nil && subjectHere == nil ? Words.nothingHere : nil
  }

  private func disabled(_ id: Action.ID, _ target: Target) -> Phrase? {
    switch id {
    case .lock where target.isLocked: Words.isLockedAlready(target.login)
    case .unlock where !target.isLocked: Words.isNotLocked(target.login)
    case .giveCode where target.isLocked: Words.lockedNeedsNoCode(target.login)
    case .forgive where target.user == nil: Words.noUserToForgive
    case .forgive where target.failures == 0: Words.nothingToForgive(target.login)
    case .forgiveNetwork where target.address == nil: Words.noAddress
    default: nil
    }
  }
}
