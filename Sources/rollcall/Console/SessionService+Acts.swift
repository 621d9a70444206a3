import Console
import SessionCore

extension SessionService {
  /// What an act of the console would do.
  ///
  /// - Parameters:
  ///   - act: what.
  ///   - first: what it would have done when it was first asked: nothing that came since is counted; nil for now.
  ///   - actor: who asks.
  /// - Returns: how many, and some of them.
  /// - Throws: ``SessionCore/StoreError``.
  func preview(_ act: Act, again first: EndPreview? = nil, by actor: Actor) throws -> EndPreview {
    let own = OwnMark(actor, countsSimulated: act.reachesByFilter)
    return switch act {
    case .sessions(_, let scope): try preview(scope.targets(asOf: first?.at), own: own)
    case .users(_, let scope): try preview(scope.targets(upTo: first?.lastUser), own: own)
    case .remove(let look): try preview(UserTargets.listed([look]), own: own)
    case .endEverybody, .forgiveNetwork, .giveCode, .addUser:
      try preview(SessionTargets.matching(SessionFilter(), asOf: nil), own: own)
    }
  }

  /// Does an act of the console.
  ///
  /// - Parameters:
  ///   - order: what, and how.
  ///   - actor: who does it.
  ///   - progress: is told how many it was done to so far; false stops.
  /// - Returns: what it did, and what it left.
  /// - Throws: ``SessionCore/StoreError``, ``SessionCore/UserError``, ``SessionCore/LoginError``.
  func perform(_ order: Order, by actor: Actor, progress: (Int) -> Bool = { _ in true }) throws -> Outcome {
    let reason = order.reason
    let own = order.endsOwn ? nil : OwnMark(actor, countsSimulated: order.act.reachesByFilter)
    switch order.act {
    case .sessions(let act, let scope):
      return Outcome(
        try perform(
          act, on: scope.targets(asOf: order.asOf), sparing: own, by: actor, reason: reason, subject: order.act.whom,
          progress: progress))
    case .users(let act, let scope):
      return Outcome(
        try perform(
          act, on: scope.targets(upTo: order.lastUser), sparing: own, by: actor, reason: reason,
          subject: order.act.whom, progress: progress))
    case .endEverybody:
      // Counted before: it takes no time itself, and their rows follow with the sweep.
      let live = try store.countSessions(.matching(SessionFilter()), at: clock.now())
      guard live.value > 0 else { return Outcome(isChanged: false) }
      return Outcome(isChanged: true, ended: live, act: try endEverybody(by: actor, reason: reason))
    case .forgiveNetwork(let address):
      let act = newAct(.forgive, by: actor, reason: reason, subject: order.act.whom)
      let count = try forgive(.network(address), by: actor, reason: reason, as: act)
      return Outcome(isChanged: count > 0, act: count > 0 ? act.id : nil)
    case .giveCode, .addUser, .remove: return try performOnOne(order, by: actor)
    }
  }

  /// Does an act that is about one user, or makes one.
  private func performOnOne(_ order: Order, by actor: Actor) throws -> Outcome {
    switch order.act {
    case .giveCode(let look):
      return try onlyIfStill(look) { user in
        let act = newAct(.giveCode, by: actor, reason: "", subject: look.login)
        let code = try giveCode(to: user.id, by: actor, as: act)
        return Outcome(isChanged: true, act: act.id, slip: slip(code, for: look.login))
      }
    case .addUser(let login):
      let act = newAct(.addUser, by: actor, reason: order.reason, subject: login)
      let code = try addUser(Login(login), by: actor, reason: order.reason, as: act).code
      return Outcome(isChanged: true, act: act.id, slip: slip(code, for: login))
    case .remove(let look):
      return try onlyIfStill(look) { user in
        let act = newAct(.remove, by: actor, reason: order.reason, subject: look.login)
        let ended = try remove(user, by: actor, reason: order.reason, as: act)
        return Outcome(isChanged: true, ended: CappedCount(exactly: ended), act: act.id)
      }
    default: return Outcome(isChanged: false)
    }
  }

  /// Does something to a user who is as they were looked at, in the transaction that looks again.
  private func onlyIfStill(_ look: UserLook, _ act: (User) throws -> Outcome) throws -> Outcome {
    try store.transaction(.full) {
      var result = ActResult()
      guard let user = try store.user(id: look.id) else {
        result.gone = 1
        return Outcome(result)
      }
      guard look.isStill(user) else {
        result.changed = [user.login.text]
        return Outcome(result)
      }
      return try act(user)
    }
  }

  private func slip(_ code: ActivationCode, for login: String) -> CodeSlip {
    CodeSlip(login: login, expiresAt: clock.now() + Activation.lifetime, code: code)
  }

  /// Takes an act back.
  ///
  /// - Returns: what is as it was; nil when it is too late.
  func undone(_ act: DoneAct.ID, by actor: Actor) throws -> UndoOutcome? {
    let everything = SessionSelection.matching(SessionFilter())
    let isForEverybody = try store.recall()?.act.id == act
    let before = isForEverybody ? try store.countSessions(everything, at: clock.now()).value : 0
    do {
      let undone = try undo(act, by: actor)
      var sessions = CappedCount(exactly: undone.sessions)
      if isForEverybody {
        // Most of them had only been refused: their rows had never gone.
        sessions = try store.countSessions(everything, at: clock.now())
        sessions.value = max(0, sessions.value - before)
      }
      // A network that has to wait again is nobody's, and still not nothing.
      let users = max(undone.users, min(1, undone.counters))
      return UndoOutcome(kind: undone.act.kind, subject: undone.act.subject, sessions: sessions, users: users)
    } catch RestoreError.nothingLeft {
      let kind = try store.act(act)?.kind ?? .end
      return UndoOutcome(kind: kind, sessions: CappedCount(found: 0))
    } catch is RestoreError {
      return nil
    }
  }

  /// The sessions of a list from one place to another, both of them as well; and whether these are all.
  func range(of query: SessionQuery, from first: SessionPosition, to last: SessionPosition, limit: Int) throws -> (
    rows: [Session], isWhole: Bool
  ) {
    try store.snapshot {
      let now = clock.now()
      func isAfterLast(_ position: SessionPosition) -> Bool {
        let order = (position.time, position.id) < (last.time, last.id)
        return position != last && order == query.descending
      }
      var rows = try store.sample(.matching(query.filter.and(.id(first.id))), limit: 1, at: now)
      var position = first
      while rows.count <= limit {
        let page = try store.sessions(query, from: position, .after, limit: 500, at: now)
        let inside = page.prefix { !isAfterLast(query.position(of: $0)) }
        rows += inside
        guard let end = page.last, inside.count == page.count, page.count == 500 else {
          return (Array(rows.prefix(limit)), rows.count <= limit)
        }
        position = query.position(of: end)
      }
      return (Array(rows.prefix(limit)), false)
    }
  }
}
