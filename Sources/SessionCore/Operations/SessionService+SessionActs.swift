extension SessionService {
  /// Ends sessions, lets them be over, or lets them last: in batches of some milliseconds, so that no login waits long,
  /// and all of them by one act.
  ///
  /// What was looked at is looked at again, by its id, in the transaction that changes it: a session that is over, that
  /// rested and was used again, or that was made after a filter was looked at, is left.
  ///
  /// - Parameters:
  ///   - act: what to do.
  ///   - targets: to which sessions.
  ///   - own: by what the operator's own sessions are known, to leave them; nil leaves none.
  ///   - actor: who does it.
  ///   - reason: why.
  ///   - subject: what it is about, in words, for whoever looks the act up.
  ///   - each: is told after each batch the sessions that it was done to. They may be a million: they are not kept.
  ///   - progress: is told after each batch how many it was done to so far; false stops there.
  /// - Returns: to how many it was done, and what was left.
  /// - Throws: ``StoreError``. What was done before stays done, by the same act.
  public func perform(
    _ act: SessionAct, on targets: SessionTargets, sparing own: OwnMark? = nil, by actor: Actor, reason: String,
    subject: String = "", each: ([SessionID]) -> Void = { _ in }, progress: (Int) -> Bool = { _ in true }
  ) throws -> ActResult {
    let start = clock.now()
    var run = SessionActRun(
      act: act, actor: actor, done: newAct(act.kind, at: start, by: actor, reason: reason, subject: subject), own: own,
      user: targets.user, pace: pace)
    if case .listed(let looks) = targets {
      try store.inBatches { try perform(looks, &run, each, progress) }
      return run.result
    }
    // A filter's own are told from the others in each part: then those that are left can be counted.
    let selection = own == nil ? targets.selection() : targets.byFilter
    try store.inBatches {
      try eachBatch(of: selection, at: start, by: { run.pace }) { part in
        let took = try transaction(&run) { try performSelected(part, $0) }
        if !run.batch.isEmpty { each(run.batch) }
        return (run.met, took)
      } goesOn: {
        run.result.isStopped = !progress(run.result.count)
        return !run.result.isStopped
      }
    }
    return run.result
  }

  private func perform(
    _ looks: [SessionLook], _ run: inout SessionActRun, _ each: ([SessionID]) -> Void, _ progress: (Int) -> Bool
  ) throws {
    var rest = looks[...]
    while !rest.isEmpty {
      let batch = rest.prefix(run.pace.rows)
      rest = rest.dropFirst(batch.count)
      let took = try transaction(&run) { try performListed(batch, $0) }
      each(run.batch)
      if rest.isEmpty { return }
      guard progress(run.result.count) else { return run.result.isStopped = true }
      try store.giveWay(after: took)
    }
  }

  /// Does one batch.
  ///
  /// - Returns: how long others waited for it, in nanoseconds.
  private func transaction(_ run: inout SessionActRun, _ body: (SessionActRun) throws -> SessionActRun) throws -> Int64
  {
    let before = run
    run = try store.transaction(.full) {
      var run = before
      run.pace.begin()
      return try body(run)
    }
    return run.pace.end(amongOthers: store.isShared)
  }

  private func performListed(_ looks: ArraySlice<SessionLook>, _ run: SessionActRun) throws -> SessionActRun {
    var run = run
    let now = clock.now()
    var changed: [Session] = []
    for look in looks {
      // Who was logged out with everybody is ended all the same: that may be taken back, and this is not.
      guard let session = try store.session(id: look.id), run.act == .end || session.isLive(at: now) else {
        run.result.gone += 1
        continue
      }
      if !look.isStill(session) {
        run.result.changed.append(session.owner.login)
      } else if run.own?.owns(session) == true {
        run.result.own += 1
      } else if try change(session, &run, at: now) {
        changed.append(session)
      } else if run.act == .end {
        run.result.gone += 1
      }
    }
    run.batch = changed.map(\.id)
    try note(changed.count, of: changed.count == 1 ? changed.first : nil, &run)
    return run
  }

  private func performSelected(_ part: SessionSelection, _ run: SessionActRun) throws -> SessionActRun {
    var run = run
    var selection = part
    if let own = run.own, let mine = part.own(own), let others = part.sparing(own) {
      run.result.own += try store.countSessions(mine, at: run.done.at).value
      selection = others
    }
    switch run.act {
    case .end, .expire:
      let ended = try store.endSessions(selection, run.ending, after: run.last, limit: run.pace.rows)
      run.last = ended.last ?? run.last
      run.met = ended.count
      run.batch = ended
    case .extend:
      let sessions = try store.sessions(selection, after: run.last, limit: run.pace.rows, at: clock.now())
      run.last = sessions.last?.id ?? run.last
      run.met = sessions.count
      run.batch = try sessions.filter { try change($0, &run, at: clock.now()) }.map(\.id)
    }
    try note(run.batch.count, of: nil, &run)
    return run
  }

  /// Does the act to one session, and says whether that changed anything.
  private func change(_ session: Session, _ run: inout SessionActRun, at now: Timestamp) throws -> Bool {
    switch run.act {
    case .end, .expire: return try !store.endSessions(.one(session.id), run.ending).isEmpty
    case .extend:
      // Only what a program with the key vouches for: a row that was edited by hand must not become good by this.
      guard session.seal.isGood(for: session.id, at: now, keys: keys) else {
        run.result.gone += 1
        return false
      }
      let end = try store.policy().expiry(of: session, seenAt: now)
      guard end > session.expiresAt else {
        run.result.unchanged += 1
        return false
      }
      try store.keepExtended(session, by: run.done.id, seenAt: now, until: end)
      try store.touch(session, at: now, expiresAt: end, seal: SessionSeal(session.id, until: end, key: key))
      return true
    }
  }

  /// Writes down what a batch did: in the act, and in the audit log.
  private func note(_ count: Int, of one: Session?, _ run: inout SessionActRun) throws {
    guard count > 0 else { return }
    if run.result.act == nil { try store.addAct(run.done) }
    run.result.act = run.done.id
    run.result.count += count
    if run.act != .extend { run.result.ended += count }
    try store.countAct(run.done.id, count)
    try record(
      AuditRecord(
        at: clock.now(), actor: run.actor, action: run.act.auditAction, user: one?.userID ?? run.user,
        session: one?.id ?? run.done.id,
        reason: one == nil ? Self.counted(count, run.done.reason) : run.done.reason))
  }
}

/// How far an act on sessions has come.
private struct SessionActRun {
  let act: SessionAct
  let actor: Actor
  let done: DoneAct
  let own: OwnMark?
  /// Whose sessions they are, where they are one user's alone.
  let user: User.ID?
  /// How many to a batch.
  var pace: BatchPace
  var result = ActResult()
  /// To which sessions the last batch did it.
  var batch: [SessionID] = []
  /// The last of them, and how many there were, changed by it or not.
  var last: SessionID?
  var met = 0

  /// One moment for all batches: what is selected does not move while they run.
  var ending: Ending {
    Ending(
      at: done.at, how: act == .expire ? .idle : .administrator, by: done.by, reason: done.reason, act: done.id)
  }
}
