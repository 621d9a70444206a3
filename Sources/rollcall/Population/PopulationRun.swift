import SessionCore

/// Writes a plan into the database, batch by batch.
struct PopulationRun {
  /// What was written.
  struct Result {
    var users = 0
    var locked = 0
    var sessions = 0
    var ended = 0
    var attempts = 0
  }

  let service: SessionService
  let plan: PopulationPlan
  let policy: SessionPolicy
  let credential: Credential
  let actor: Actor
  let surroundings: Surroundings

  /// Rows a transaction: no login waits longer for it than some tenths of a second.
  static let batch = 5000

  init(
    service: SessionService, plan: PopulationPlan, credential: Credential, actor: Actor,
    shape: PopulationShape = .everyday
  ) throws {
    self.service = service
    self.plan = plan
    self.policy = try service.store.policy()
    self.credential = credential
    self.actor = actor
    surroundings = Surroundings(seed: plan.seed, shape: shape)
  }

  /// How many rows there will be, but for attempts.
  var total: Int { plan.users + plan.ended.count + plan.live.count }

  /// Writes everything.
  ///
  /// - Parameters:
  ///   - logins: makes the logins.
  ///   - keep: is given each live session's login and token, which are nowhere else.
  ///   - progress: is told how many rows are written.
  /// - Returns: how many rows of each sort there are now.
  /// - Throws: ``SessionCore/StoreError``, and what `keep` throws. Batches before that stay.
  func run(
    _ logins: LoginMaker, keep: (_ login: String, Token) throws -> Void = { _, _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> Result {
    var result = Result()
    var logins = logins
    var people = People()
    var done = 0
    func step(_ count: Int) {
      done += count
      progress(done)
    }
    for range in Self.batches(plan.users) {
      let users = try range.map { try user($0, &logins) }
      people.ids += try service.populate(users: users, credential, by: actor)
      people.logins += users.map(\.login.text)
      step(range.count)
    }
    for range in Self.batches(plan.ended.count) {
      let sessions = plan.ended[range].map { session($0.session, people, ending: $0.ending(people, by: actor)) }
      _ = try service.populate(sessions: sessions, under: policy, by: actor)
      step(range.count)
    }
    try service.populate(locked: plan.locked.map { people.ids[$0] }, by: actor)
    if let exempt = plan.exempt {
      try service.populate(room: exempt.sessions, of: people.ids[exempt.person], by: actor)
    }
    var attempts = InventedAttempts(plan: plan, surroundings: surroundings)
    for range in Self.batches(plan.live.count) {
      let planned = plan.live[range]
      let tokens = try service.populate(
        sessions: planned.map { session($0, people, ending: nil) }, under: policy, by: actor)
      for (session, token) in zip(planned, tokens) { try keep(people.logins[Int(session.person)], token) }
      let tried = attempts.next(planned, people, keptSince: plan.now - Retention(try service.store.settings()).attempts)
      try service.populate(attempts: tried.map(\.attempt), by: actor)
      result.attempts += tried.count
      step(range.count)
    }
    result.users = people.ids.count
    result.locked = plan.locked.count
    result.sessions = plan.live.count
    result.ended = plan.ended.count
    return result
  }

  private static func batches(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: batch).map { $0..<min(count, $0 + batch) }
  }

  private func user(_ person: Int, _ logins: inout LoginMaker) throws -> InventedUser {
    let last = plan.lastLogins[person]
    return InventedUser(
      login: try logins.next(), createdAt: plan.made(person), lastLoginAt: last?.at,
      lastLoginFrom: last.flatMap { surroundings.address(of: person, place: Int($0.place)) })
  }

  private func session(_ planned: PlannedSession, _ people: People, ending: Ending?) -> InventedSession {
    let person = Int(planned.person)
    let place = Int(planned.place)
    return InventedSession(
      user: people.ids[person], kind: planned.kind, createdAt: planned.createdAt, lastSeenAt: planned.lastSeenAt,
      address: surroundings.address(of: person, place: place),
      userAgent: surroundings.client(of: person, place: place), ending: ending)
  }
}

extension PlannedEnding {
  /// How it ends, in the words of the database.
  func ending(_ people: People, by actor: Actor) -> Ending {
    switch how {
    case .idle, .absolute: Ending(at: at, how: how, by: "", reason: "")
    case .administrator, .locked:
      Ending(at: at, how: how, by: actor.summary, reason: "invented for a demonstration")
    default: Ending(at: at, how: how, by: people.logins[Int(session.person)], reason: "")
    }
  }
}

/// The people of a population once they are in the database, in the plan's order.
struct People {
  var ids: [User.ID] = []
  var logins: [String] = []
}
