import Console
import SessionCore

extension World {
  mutating func perform(_ act: Act, _ now: Timestamp) -> Outcome {
    let found = selected(act, now)
    let ids = Set(found.map(\.id))
    sessions.removeAll { ids.contains($0.id) }
    var outcome = Outcome(isChanged: setState(act) || !found.isEmpty, ended: CappedCount(found: found.count))
    switch act {
    case .end, .endAll, .endEverybody:
      guard !found.isEmpty else { break }
      let id = Sample.id(9000 + done.count, at: now)
      ended[id] = found
      outcome.act = id
    case .forgive(let user, _):
      outcome.isChanged = forgive { $0.userID == user }
      if let index = users.firstIndex(where: { $0.user.id == user }) {
        outcome.isChanged = outcome.isChanged || users[index].failures > 0
        (users[index].failures, users[index].waitsUntil) = (0, nil)
      }
    case .forgiveNetwork(let address): outcome.isChanged = forgive { $0.address == address.network }
    case .giveCode(let user, let login):
      guard users.contains(where: { $0.user.id == user }) else { break }
      outcome.isChanged = true
      outcome.slip = CodeSlip(login: login, expiresAt: now + .hours(24), code: Sample.code)
    case .remove(let user, _):
      outcome.isChanged = users.contains { $0.user.id == user }
      users.removeAll { $0.user.id == user }
    case .lock, .unlock: break
    }
    return outcome
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
