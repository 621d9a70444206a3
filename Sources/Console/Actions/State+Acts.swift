import SessionCore

extension State {
  /// The act that an action means here: about the rows that are marked, else about the one under the cursor, never about
  /// its neighbour.
  func act(_ id: Action.ID) -> Act? {
    switch id {
    case .endEverybody: return .endEverybody
    case .end: return sessionScope.map { .sessions(.end, $0) }
    case .extend: return sessionScope.map { .sessions(.extend, $0) }
    case .expire: return sessionScope.map { .sessions(.expire, $0) }
    case .endAll: return userScope.map { .users(.endAll, $0) }
    case .lock: return userScope.map { .users(.lock, $0) }
    case .unlock: return userScope.map { .users(.unlock, $0) }
    case .forgive: return userScope.map { .users(.forgive, $0) }
    case .forgiveNetwork: return target?.address.map { .forgiveNetwork($0) }
    case .giveCode: return target?.user.map { .giveCode($0) }
    case .remove: return target?.user.map { .remove($0) }
    default: return nil
    }
  }

  private var sessionScope: SessionScope? { markedSessions ?? target?.session.map { .one($0) } }

  private var userScope: UserScope? { markedUsers ?? target?.user.map { .one($0) } }

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
    var user: UserLook?
    var login: String
    var isLocked = false
    var session: SessionLook?
    var address: IPAddress?
    /// Nil where it is not known.
    var failures: Int?

    init(_ session: Session, at now: Timestamp) {
      (login, isLocked) = (session.owner.login, session.owner.state == .locked)
      user = UserLook(id: session.userID, login: login)
      self.session = SessionLook(session, at: now)
    }

    init(_ listing: UserListing) {
      (login, failures) = (listing.user.login.text, listing.failures)
      user = UserLook(listing.user)
      isLocked = listing.user.state == .locked
    }

    init(_ attempt: Attempt) {
      (login, address) = (attempt.login, attempt.address)
      user = attempt.userID.map { UserLook(id: $0, login: attempt.login) }
    }
  }

  /// What an act is about: that whose detail is shown, else what is under the cursor. The list under a detail may have
  /// moved on.
  private var target: Target? {
    if let detail { return target(of: detail) }
    return switch view {
    case .sessions: sessions.selected.map { Target($0, at: listTime) }
    case .users: users.selected.map { Target($0) }
    case .attempts: attempts.selected.map { Target($0.attempt) }
    case .audit, .overview, .simulate: nil
    }
  }

  private func target(of detail: Detail) -> Target? {
    switch detail.content {
    case .session(let content)?:
      content.ending == nil && content.session.isLive(at: now) ? Target(content.session, at: now) : nil
    case .user(let content)?: Target(content.listing)
    case .attempt(let content)?: Target(content.entry.attempt)
    case .audit?: nil
    case nil:
      if case .session(let session) = detail.subject, session.isLive(at: now) { Target(session, at: now) } else { nil }
    }
  }

  /// Why an act cannot be done now; nil when it can.
  func actDisabled(_ id: Action.ID) -> Phrase? {
    if setting.isReadOnly { return Words.readOnly }
    if id == .endEverybody { return totals?.live.value == 0 ? Words.nobodyToEnd : nil }
    if hasMarks { return disabledByMarks(id) }
    guard let target else {
      return view == .sessions && (sessions.isGone || !isInList) ? Words.alreadyEnded : Words.nothingHere
    }
    return disabled(id, target)
  }

  /// Why an act cannot be done to all that is marked.
  private func disabledByMarks(_ id: Action.ID) -> Phrase? {
    switch id {
    case .giveCode, .remove, .forgiveNetwork: Words.oneAtATime
    case .endAll where view == .sessions && marks.sessions.isAll: Words.endAllOfAll
    case .lock where view == .sessions && marks.sessions.isAll, .unlock where view == .sessions: Words.goToUsers
    default: nil
    }
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
