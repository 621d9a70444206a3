import SessionCore

/// Makes up attempts to log in that go with sessions: some succeeded at once, some after a wrong password, and some were
/// nobody's.
struct InventedAttempts {
  private let plan: PopulationPlan
  private let surroundings: Surroundings
  private var random: SeededRandom

  init(plan: PopulationPlan, surroundings: Surroundings) {
    self.plan = plan
    self.surroundings = surroundings
    random = SeededRandom(seed: plan.seed, stream: 3)
  }

  /// The attempts that go with the next sessions, each with the number of its client; one session in ten has any.
  mutating func next(
    _ sessions: ArraySlice<PlannedSession>, _ people: People, keptSince start: Timestamp
  ) -> [(attempt: Attempt, client: Int)] {
    var attempts: [(attempt: Attempt, client: Int)] = []
    for session in sessions where session.createdAt > start && random.chance(10) {
      if random.chance(25) { attempts.append(attempt(session, people, .wrongPassword, before: 1 + random.below(20))) }
      attempts.append(attempt(session, people, .loggedIn, before: 0))
      if random.chance(5) { attempts.append(attempt(session, people, .unknownUser, before: random.below(60))) }
      if random.chance(3), !plan.locked.isEmpty {
        let person = random.pick(plan.locked)
        let locked = PlannedSession(
          person: Int32(person), place: 0, kind: .browser, createdAt: session.createdAt, lastSeenAt: session.lastSeenAt)
        attempts.append(attempt(locked, people, .locked, before: random.below(60)))
      }
    }
    return attempts.sorted { $0.attempt.at < $1.attempt.at }
  }

  private func attempt(
    _ session: PlannedSession, _ people: People, _ outcome: Attempt.Outcome, before seconds: Int
  ) -> (attempt: Attempt, client: Int) {
    let person = Int(session.person)
    let place = Int(session.place)
    let login = people.logins[person]
    let isUnknown = outcome == .unknownUser
    let client = surroundings.clientNumber(of: person, place: place)
    let attempt = Attempt(
      at: session.createdAt - .seconds(Int64(seconds)),
      // Of a name that nobody has no more is kept.
      login: isUnknown ? login.prefix(1) + "…" : login, userID: isUnknown ? nil : people.ids[person],
      address: surroundings.address(of: person, place: place),
      userAgent: Surroundings.clients[client], outcome: outcome)
    return (attempt, client)
  }
}
