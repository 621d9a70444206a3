import SessionCore

/// Writes a plan into a database that has no users, in one go: rows are made on one thread and written on another.
struct PopulationFill {
  let service: SessionService
  let plan: PopulationPlan
  let policy: SessionPolicy
  let credential: Credential
  let actor: Actor
  let surroundings: Surroundings

  /// How many rows there will be, but for attempts.
  var total: Int { plan.users + plan.ended.count + plan.live.count }

  /// Writes everything, or nothing when it throws.
  ///
  /// - Parameters:
  ///   - logins: makes the logins.
  ///   - keep: is given each live session's login and token, which are nowhere else; nil where nobody wants them.
  ///   - progress: is told how many rows are written.
  /// - Returns: how many rows of each sort there are now.
  /// - Throws: ``SessionCore/StoreError``, and what `keep` throws.
  func run(
    _ logins: LoginMaker, keep: ((_ login: String, Token) throws -> Void)? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> PopulationRun.Result {
    var result = PopulationRun.Result()
    var hasBegun = false
    try service.fill(by: actor) {
      // What was handed out cannot be taken back.
      guard !hasBegun else { throw service.store.error(.unreachable, "the connection was lost in the middle") }
      hasBegun = true
      try service.markAsSample(by: actor)
      let attempts = try write(logins, keep, progress)
      result = PopulationRun.Result(
        users: plan.users, locked: plan.locked.count, sessions: plan.live.count, ended: plan.ended.count,
        attempts: attempts)
      return [
        "\(result.users) invented users", "\(result.ended) invented ended sessions",
        "\(result.locked) invented locked users", "\(result.sessions) invented sessions",
        "\(result.attempts) invented attempts",
      ]
    }
    return result
  }

  private func write(
    _ logins: LoginMaker, _ keep: ((_ login: String, Token) throws -> Void)?, _ progress: (Int) -> Void
  ) throws -> Int {
    let store = service.store
    let place = PopulationRows.Place(
      firstUser: try store.nextUserID(), clients: try Surroundings.clients.map { try store.userAgentNumber($0) },
      attemptsKeptSince: plan.now - Retention(try store.settings()).attempts, credential: credential, actor: actor,
      inventor: try service.inventor(under: policy, by: actor))
    let rows = PopulationRows(
      plan: plan, place: place, surroundings: surroundings, logins: logins, keepsTokens: keep != nil)
    let ahead = MadeAhead { try rows.next() }
    defer { ahead.stop() }
    var (done, attempts) = (0, 0)
    while let batch = try ahead.next() {
      for rows in batch.rows { try store.add(rows) }
      if let keep { for (login, token) in batch.tokens { try keep(login, token) } }
      attempts += batch.attempts
      done += batch.count
      progress(done)
    }
    return attempts
  }
}
