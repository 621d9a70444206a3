import SessionCore

/// Who is logged in, by the rules as the manual has them and not as any database has them: a session lives until it is
/// ended, until nobody has used it for half an hour, and for twelve hours at the most.
struct TraceModel {
  private struct Entry {
    let user: Int
    let begun: Timestamp
    var seen: Timestamp
    var isOver = false
  }

  private var entries: [Entry] = []

  /// Whether the session of this number opens the door.
  func isLive(_ number: Int, at now: Timestamp) -> Bool {
    guard entries.indices.contains(number) else { return false }
    let entry = entries[number]
    return !entry.isOver && now < entry.seen + .minutes(30) && now < entry.begun + .hours(12)
  }

  /// Takes a step.
  ///
  /// - Returns: whether what comes of it is beyond these rules: then ``learn(from:)`` says how things are.
  mutating func take(_ step: TraceStep, made: Bool, at now: Timestamp) -> Bool {
    switch step {
    case .logIn(let user, _, _, _, let replacing):
      guard made else { return false }
      if let replacing, entries.indices.contains(replacing) { entries[replacing].isOver = true }
      entries.append(Entry(user: user, begun: now, seen: now))
    case .check(let number):
      // What is not used is written down now and then only, and later than that never helps.
      if isLive(number, at: now), now - entries[number].seen >= .seconds(90) { entries[number].seen = now }
    case .logOut(let number), .end(let number), .expire(let number):
      if entries.indices.contains(number) { entries[number].isOver = true }
    case .endUser(let user), .remove(let user), .lock(let user):
      for index in entries.indices where entries[index].user == user { entries[index].isOver = true }
    case .endEverybody: for index in entries.indices { entries[index].isOver = true }
    case .endMatching, .extend, .undo, .changePassword, .giveCode, .setMaximum: return true
    default: break
    }
    return false
  }

  /// Takes over how things are.
  mutating func learn(from run: TraceRun) throws {
    entries = try run.tokens.indices.map { index in
      guard let session = try run.session(index), session.isLive(at: run.now) else {
        return Entry(user: -1, begun: .distantPast, seen: .distantPast, isOver: true)
      }
      let number = session.owner.login.last.flatMap(\.wholeNumberValue) ?? -1
      return Entry(user: number, begun: session.createdAt, seen: session.lastSeenAt)
    }
  }
}
