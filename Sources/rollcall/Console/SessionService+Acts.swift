import Console
import SessionCore

extension SessionService {
  /// Does an act of the console.
  func perform(_ act: Act, by actor: Actor, reason: String) throws -> Outcome {
    switch act {
    case .end(let id, _): return Outcome(try end(.one(id), by: actor, reason: reason))
    case .endAll(let user, _): return Outcome(try end(.user(user), by: actor, reason: reason))
    case .endEverybody:
      // Counted before: it takes no time itself, and their rows follow with the sweep.
      let live = try store.countSessions(.matching(SessionFilter()), at: clock.now())
      guard live.value > 0 else { return Outcome(isChanged: false) }
      return Outcome(isChanged: true, ended: live, act: try endEverybody(by: actor, reason: reason))
    case .lock(let user, _):
      let done = try lock(user, by: actor, reason: reason)
      return Outcome(isChanged: done.changed || done.ended > 0, ended: CappedCount(found: done.ended))
    case .unlock(let user, _): return Outcome(isChanged: try unlock(user, by: actor, reason: reason))
    case .forgive(let user, _):
      return Outcome(isChanged: try forgive(.user(user), by: actor, reason: reason) > 0)
    case .forgiveNetwork(let address):
      return Outcome(isChanged: try forgive(.network(address), by: actor, reason: reason) > 0)
    case .giveCode(let user, let login):
      guard try store.user(id: user) != nil else { return Outcome(isChanged: false) }
      let code = try giveCode(to: user, by: actor)
      return Outcome(
        isChanged: true, slip: CodeSlip(login: login, expiresAt: clock.now() + Activation.lifetime, code: code))
    case .remove(let user, _):
      guard let user = try store.user(id: user) else { return Outcome(isChanged: false) }
      return Outcome(isChanged: true, ended: CappedCount(found: try remove(user, by: actor, reason: reason)))
    }
  }

  /// Takes an act back.
  ///
  /// - Returns: how many sessions live again; nil when it is too late.
  func undo(_ act: EndAct.ID, by actor: Actor) throws -> CappedCount? {
    let everything = SessionSelection.matching(SessionFilter())
    let isForEverybody = try store.recall()?.act.id == act
    let before = isForEverybody ? try store.countSessions(everything, at: clock.now()).value : 0
    do {
      let restored = try restore(act, by: actor)
      guard isForEverybody else { return CappedCount(found: restored.count) }
    } catch RestoreError.nothingLeft {
      return CappedCount(found: 0)
    } catch is RestoreError {
      return nil
    }
    // Most of them had only been refused: their rows had never gone.
    var live = try store.countSessions(everything, at: clock.now())
    live.value = max(0, live.value - before)
    return live
  }
}

extension Outcome {
  fileprivate init(_ result: EndResult) {
    self.init(isChanged: !result.ended.isEmpty, ended: CappedCount(found: result.ended.count), act: result.act)
  }
}
