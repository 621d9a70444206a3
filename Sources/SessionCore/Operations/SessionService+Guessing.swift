extension SessionService {
  /// Whose failures an attempt counts towards. Who holds a cookie that was once this user's is no stranger, wherever they
  /// come from.
  func subjects(of login: String, _ user: User?, _ source: LoginSource, holding token: Token?) throws
    -> ThrottleSubjects
  {
    var device: SessionID?
    if let user, let token, let session = try store.session(id: token.id) ?? store.endedSession(id: token.id),
      session.userID == user.id, session.proof(by: token, keys: keys, at: clock.now()).isProved
    {
      device = token.id
    }
    return ThrottleSubjects(
      login: login, shown: user?.login.text ?? Attempt.masked(login), user: user, device: device,
      address: source.address, isSimulated: source.simulatedBy != nil, key: key)
  }

  /// Turns an attempt away that has to wait.
  ///
  /// - Throws: ``LoginDelayed``.
  func requireNoDelay(_ subjects: ThrottleSubjects, at now: Timestamp) throws {
    for fresh in subjects.binding {
      guard let known = try store.throttle(fresh.subject), known.until > now else { continue }
      // A clock that was ahead for a while must not keep anybody out for as long.
      guard known.until - now <= GuessingPolicy.memory else { continue }
      throw LoginDelayed(until: known.until)
    }
  }

  /// Runs `body`, and writes down when it turns an attempt away. It must not cost more than that.
  func notingDelay<Result>(_ subjects: ThrottleSubjects, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let delayed as LoginDelayed {
      _ = try? store.transaction(.normal) {
        for fresh in subjects.binding { try store.noteRefused(fresh.subject, at: clock.now()) }
      }
      throw delayed
    }
  }

  /// Counts a failure and refuses.
  ///
  /// Of parallel guesses each is counted before it is answered, in one line: those beyond the limit learn that they came
  /// too late, and not whether they were right (OWASP ASVS 5.0, 2.3.4).
  ///
  /// - Throws: ``LoginRefused``, or ``LoginDelayed`` when it came too late; always one of them.
  func fail(_ subjects: ThrottleSubjects, _ outcome: Attempt.Outcome, user: User?, _ source: LoginSource) throws
    -> Never
  {
    try store.transaction(.normal) {
      try store.claim(subjects.counting)
      let now = clock.now()
      try requireNoDelay(subjects, at: now)
      try count(subjects, at: now)
      try store.addAttempt(source.attempt(on: subjects.account.login, of: user, outcome, at: now))
    }
    throw LoginRefused()
  }

  /// Adds one failure to what it counts towards.
  func count(_ subjects: ThrottleSubjects, at now: Timestamp) throws {
    try store.transaction(.normal) {
      try store.claim(subjects.counting)
      let policy = try GuessingPolicy(store.settings())
      for fresh in subjects.counting {
        try store.setThrottle(fresh.counting(store.throttle(fresh.subject)).failing(at: now, under: policy))
      }
    }
  }

  /// Forgets failed logins: whoever had to wait may try again at once.
  ///
  /// - Parameters:
  ///   - which: whose.
  ///   - actor: who forgives.
  ///   - reason: why.
  ///   - act: as what it is looked up and taken back; nil makes one.
  ///   - isPart: whether the act is written down elsewhere, with others that it is about.
  /// - Returns: how many counters were forgotten.
  /// - Throws: ``StoreError``.
  @discardableResult
  public func forgive(
    _ which: Forgiveness, by actor: Actor, reason: String, as act: DoneAct? = nil, isPart: Bool = false
  )
    throws -> Int
  {
    try store.transaction(.full) {
      let now = clock.now()
      let whom: (user: User.ID?, text: String) =
        switch which {
        case .user(let id): (id, "")
        case .network(let address): (nil, "\(address)")
        case .all: (nil, "everybody")
        case .subject: (nil, "one")
        }
      let name = try whom.user.flatMap { try store.user(id: $0)?.login.text }
      var kept = act ?? newAct(.forgive, at: now, by: actor, reason: reason, subject: name ?? whom.text)
      try store.keepForgiven(which, by: kept.id)
      let count = try store.forgive(which)
      guard count > 0 else { return 0 }
      kept.count = 1
      if !isPart { try store.addAct(kept) }
      try record(
        AuditRecord(
          at: now, actor: actor, action: .forgive, user: whom.user,
          reason: [whom.text, reason].filter { !$0.isEmpty }.joined(separator: ": ")))
      return count
    }
  }

  /// Sets how guessing is slowed down.
  public func setGuessing(_ policy: GuessingPolicy, by actor: Actor) throws {
    try store.transaction(.full) {
      try store.set(policy.settings)
      try record(
        AuditRecord(
          at: clock.now(), actor: actor, action: .setPolicy,
          reason: """
            \(policy.guesses) guesses an account, \(policy.guessesFromAddress) an address, then \
            \(policy.firstDelay.remaining) to \(policy.longestDelay.remaining)
            """))
    }
  }
}
