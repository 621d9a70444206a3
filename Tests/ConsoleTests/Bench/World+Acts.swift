import Console
import SessionCore

extension World {
  /// What an act is about and is still as it was looked at; and what changed since.
  private func found(_ act: Act, asOf moment: Timestamp?, upTo last: User.ID? = nil, _ now: Timestamp) -> (
    still: [Session], changed: [Session]
  ) {
    let live = live(now)
    switch act {
    case .sessions(_, .matching(let filter, text: _)):
      let end = SessionID.first(at: (moment ?? now) + Interval(milliseconds: 1))
      return (live.filter { filter.selects($0, at: moment ?? now) && $0.id < end }, [])
    case .sessions(_, .one(let look)): return found([look], live)
    case .sessions(_, .marked(let looks)): return found(looks, live)
    case .users(_, let scope):
      let ids = Set(users(scope, upTo: last, now).map(\.user.id) + (scope.target.map { [$0] } ?? []))
      return (live.filter { ids.contains($0.userID) }, [])
    case .remove(let look): return (live.filter { $0.userID == look.id && isStill(look) }, [])
    case .endEverybody: return (live, [])
    case .forgiveNetwork, .giveCode, .addUser: return ([], [])
    }
  }

  private func found(_ looks: [SessionLook], _ live: [Session]) -> ([Session], [Session]) {
    let there = looks.compactMap { look in live.first { $0.id == look.id }.map { (look, $0) } }
    return (there.filter { $0.isStill($1) }.map(\.1), there.filter { !$0.isStill($1) }.map(\.1))
  }

  /// Whether there is a user as they were looked at.
  private func isStill(_ look: UserLook) -> Bool { users.contains { look.isStill($0.user) } }

  private func users(_ scope: UserScope, upTo last: User.ID?, _ now: Timestamp) -> [UserListing] {
    switch scope {
    case .one(let look): users.filter { look.isStill($0.user) }
    case .marked(let looks): users.filter { listing in looks.contains { $0.isStill(listing.user) } }
    case .matching(let filter, text: _):
      users.filter {
        filter.selects($0.user, scheme: "argon2id", at: now) && $0.user.id <= last ?? $0.user.id
      }
    }
  }

  func preview(_ act: Act, again first: EndPreview?, _ now: Timestamp) -> EndPreview {
    let (still, changed) = found(act, asOf: first?.at, upTo: first?.lastUser, now)
    var preview = EndPreview(
      count: CappedCount(found: still.count), sample: Array(still.prefix(4)),
      users: CappedCount(found: Set(still.map(\.userID)).count),
      own: CappedCount(found: still.count { isOwn($0, act) }),
      changed: changed.map(\.owner.login), at: now)
    if case .sessions(_, .matching) = act { preview.at = first?.at ?? now }
    switch act {
    case .sessions(_, .marked(let looks)): preview.gone = looks.count - still.count - changed.count
    case .users(_, let scope) where scope.target == nil:
      let found = users(scope, upTo: first?.lastUser, now)
      preview.lastUser = first?.lastUser ?? users.map(\.user.id).max()
      preview.users = CappedCount(found: found.count)
      preview.names = found.prefix(6).map(\.user.login.text)
    default: break
    }
    return preview
  }

  private func isOwn(_ session: Session, _ act: Act) -> Bool {
    OwnMark(Bench.actor, countsSimulated: act.reachesByFilter).owns(session)
  }

  mutating func perform(_ order: Order, _ now: Timestamp) -> Outcome {
    let act = order.act
    var (found, changed) = found(act, asOf: order.asOf, upTo: order.lastUser, now)
    var result = ActResult()
    if !order.endsOwn {
      result.own = found.count { isOwn($0, act) }
      found.removeAll { isOwn($0, act) }
    }
    result.changed = changed.map(\.owner.login)
    result.count = found.count
    var outcome = Outcome(isChanged: !found.isEmpty, ended: CappedCount(exactly: found.count), result: result)
    let id = Sample.id(9000 + done.count, at: now)
    outcome.act = id
    switch act {
    case .sessions(.extend, _):
      for session in found {
        guard let index = sessions.firstIndex(where: { $0.id == session.id }) else { continue }
        sessions[index].lastSeenAt = now
        sessions[index].expiresAt = min(session.absoluteExpiresAt, now + .minutes(30))
      }
      found = []
    case .sessions, .endEverybody: break
    case .users(let act, let scope): perform(act, scope, upTo: order.lastUser, &outcome, now)
    case .forgiveNetwork(let address): outcome.isChanged = forgive { $0.address == address.network }
    case .giveCode(let look):
      take(look, &outcome)
      if outcome.isChanged {
        outcome.slip = CodeSlip(login: look.login, expiresAt: now + .hours(24), code: Sample.code)
      }
    case .remove(let look):
      take(look, &outcome)
      users.removeAll { look.isStill($0.user) }
    case .addUser(let login):
      outcome.isChanged = true
      outcome.slip = CodeSlip(login: login, expiresAt: now + .hours(24), code: Sample.code)
    }
    if act.endsLiveSessions {
      let ids = Set(found.map(\.id))
      sessions.removeAll { ids.contains($0.id) }
    }
    guard outcome.isChanged else {
      outcome.act = nil
      return outcome
    }
    ended[id] = act.endsLiveSessions ? found : []
    acts.insert(
      DoneAct(
        id: id, kind: act.kind, at: now, by: "lin on pts/3", reason: order.reason, subject: act.whom,
        count: max(1, outcome.ended.value)), at: 0)
    return outcome
  }

  /// Whether an act on one user is done, and why not.
  private func take(_ look: UserLook, _ outcome: inout Outcome) {
    outcome.isChanged = isStill(look)
    guard !outcome.isChanged else { return }
    if users.contains(where: { $0.user.id == look.id }) {
      outcome.result.changed = [look.login]
    } else {
      outcome.result.gone = 1
    }
  }

  private mutating func perform(
    _ act: UserAct, _ scope: UserScope, upTo last: User.ID?, _ outcome: inout Outcome, _ now: Timestamp
  ) {
    let ids = Set(users(scope, upTo: last, now).map(\.user.id) + (scope.target.map { [$0] } ?? []))
    outcome.result.count = max(ids.count, outcome.result.count)
    for index in users.indices where ids.contains(users[index].user.id) {
      switch act {
      case .endAll: break
      case .lock, .unlock:
        let state: User.State = act == .lock ? .locked : .active
        guard users[index].user.state != state else { continue }
        users[index].user.state = state
        users[index].user.version += 1
        outcome.isChanged = true
      case .forgive:
        outcome.isChanged = outcome.isChanged || users[index].failures > 0
        (users[index].failures, users[index].waitsUntil) = (0, nil)
      }
    }
    if act == .forgive, forgive({ ids.contains($0.userID ?? User.ID(rawValue: 0)) }) { outcome.isChanged = true }
  }

  mutating func undo(_ id: DoneAct.ID, _ now: Timestamp) -> UndoOutcome? {
    guard let restored = ended.removeValue(forKey: id), let index = acts.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    sessions += restored
    sessions.sort { ($0.lastSeenAt, $0.id) > ($1.lastSeenAt, $1.id) }
    acts[index].undoneAt = now
    acts[index].undoneBy = "lin on pts/3"
    return UndoOutcome(
      kind: acts[index].kind, subject: acts[index].subject, sessions: CappedCount(found: restored.count),
      users: [.end, .expire, .extend, .endEverybody].contains(acts[index].kind) ? 0 : 1)
  }

  private mutating func forgive(_ which: (Throttle) -> Bool) -> Bool {
    let before = throttles.count
    throttles.removeAll(where: which)
    return throttles.count < before
  }

  func waiting(_ now: Timestamp) -> [Throttle] {
    throttles.filter { $0.until > now }.sorted { $0.until > $1.until }
  }
}

extension Act {
  var endsLiveSessions: Bool {
    switch self {
    case .sessions(.extend, _), .users(.unlock, _), .users(.forgive, _), .forgiveNetwork, .giveCode, .addUser: false
    case .sessions, .users, .endEverybody, .remove: true
    }
  }

  var kind: DoneAct.Kind {
    switch self {
    case .sessions(.end, _), .users(.endAll, _): .end
    case .sessions(.expire, _): .expire
    case .sessions(.extend, _): .extend
    case .users(.lock, _): .lock
    case .users(.unlock, _): .unlock
    case .users(.forgive, _), .forgiveNetwork: .forgive
    case .endEverybody: .endEverybody
    case .giveCode: .giveCode
    case .remove: .remove
    case .addUser: .addUser
    }
  }
}

extension UserScope {
  /// The user, where it is one whose version was not looked at.
  var target: User.ID? { if case .one(let look) = self, look.version == nil { look.id } else { nil } }
}
