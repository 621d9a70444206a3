extension SessionService {
  /// Does the same to users, one after another: each in a transaction of their own, and all of them by one act.
  ///
  /// A user who changed since they were looked at is left.
  ///
  /// - Parameters:
  ///   - act: what to do.
  ///   - targets: to whom.
  ///   - own: by what the operator's own sessions are known, to leave them where only sessions end; nil leaves none.
  ///   - actor: who does it.
  ///   - reason: why.
  ///   - subject: whom it is about, in words, for whoever looks the act up.
  ///   - progress: is told after each user how many it was done to; false stops there.
  /// - Returns: to how many it was done, and what was left.
  /// - Throws: ``StoreError``. What was done before stays done, by the same act.
  public func perform(
    _ act: UserAct, on targets: UserTargets, sparing own: OwnMark? = nil, by actor: Actor, reason: String,
    subject: String = "", progress: (Int) -> Bool = { _ in true }
  ) throws -> ActResult {
    var run = UserActRun(
      act: act, actor: actor,
      done: newAct(act.kind, at: clock.now(), by: actor, reason: reason, subject: subject), own: own,
      pace: pace)
    return try store.inBatches {
      try perform(targets, &run, progress)
      return run.result
    }
  }

  private func perform(_ targets: UserTargets, _ run: inout UserActRun, _ progress: (Int) -> Bool) throws {
    switch targets {
    case .listed(let looks): try perform(looks, &run, progress)
    case .matching(let filter):
      var last: String?
      repeat {
        let page = try store.users(filter, from: last, .after, limit: 100, at: clock.now()).map(\.user)
        last = page.count < 100 ? nil : page.last?.login.key
        try perform(page.map { UserLook($0) }, &run, progress)
        if last != nil, !progress(run.result.count) { run.result.isStopped = true }
      } while last != nil && !run.result.isStopped
    }
  }

  private func perform(_ looks: [UserLook], _ run: inout UserActRun, _ progress: (Int) -> Bool) throws {
    for (index, look) in looks.enumerated() {
      try transaction(&run) { try perform(look, $0) }
      // A user may have more sessions than one transaction should end.
      while run.act == .endAll, run.rest != nil { try transaction(&run) { try endBatch(look, $0) } }
      guard index == looks.count - 1 || progress(run.result.count) else {
        run.result.isStopped = true
        return
      }
    }
  }

  private func transaction(_ run: inout UserActRun, _ body: (UserActRun) throws -> UserActRun) throws {
    let before = run
    run = try store.transaction(.full) {
      var run = before
      run.pace.begin()
      return try body(run)
    }
    try store.giveWay(after: run.pace.end(amongOthers: store.isShared))
  }

  private func perform(_ look: UserLook, _ run: UserActRun) throws -> UserActRun {
    var run = run
    guard let user = try store.user(id: look.id) else {
      run.result.gone += 1
      return run
    }
    guard look.isStill(user) else {
      run.result.changed.append(user.login.text)
      return run
    }
    if run.done.subject.isEmpty { run.done.subject = user.login.text }
    switch run.act {
    case .endAll: return try endBatch(look, run)
    case .lock: try lock(user, &run)
    case .unlock: try unlock(user, &run)
    case .forgive:
      let count = try forgive(.user(user.id), by: run.actor, reason: run.done.reason, as: run.done, isPart: true)
      try note(count > 0, &run)
    }
    return run
  }

  private func endBatch(_ look: UserLook, _ run: UserActRun) throws -> UserActRun {
    var run = run
    let ending = Ending(
      at: run.done.at, how: .administrator, by: run.done.by, reason: run.done.reason, act: run.done.id)
    let isFirst = run.rest == nil
    if isFirst, let own = run.own, let mine = SessionTargets.user(look.id).byFilter.own(own) {
      run.result.own += try store.countSessions(mine, at: run.done.at).value
    }
    let ended = try store.endSessions(
      SessionTargets.user(look.id).selection(sparing: run.own), ending, after: run.rest, limit: run.pace.rows)
    run.rest = ended.count < run.pace.rows ? nil : ended.last
    run.result.ended += ended.count
    if isFirst { try note(!ended.isEmpty, &run, counting: ended.count) }
    guard !ended.isEmpty else { return run }
    if !isFirst { try store.countAct(run.done.id, ended.count) }
    try record(
      AuditRecord(
        at: clock.now(), actor: run.actor, action: .endSession, user: look.id, session: run.done.id,
        reason: Self.counted(ended.count, run.done.reason)))
    return run
  }

  private func lock(_ user: User, _ run: inout UserActRun) throws {
    let (now, reason) = (clock.now(), run.done.reason)
    // First the sessions: once the user is locked, none of them counts as live.
    let ending = Ending(at: now, how: .locked, by: run.done.by, reason: reason, act: run.done.id)
    let ended = try store.endSessions(.user(user.id), ending).count
    let isChanged = try store.setState(.locked, of: user.id)
    // Nothing from before lives again when the user is unlocked, or an end is taken back.
    if isChanged { try store.setNotBefore(now + Interval(milliseconds: 1), of: user.id) }
    run.result.hasChangedState = run.result.hasChangedState || isChanged
    run.result.ended += ended
    try note(isChanged || ended > 0, &run)
    guard isChanged || ended > 0 else { return }
    try keep(user, &run)
    try record(
      AuditRecord(
        at: now, actor: run.actor, action: .lockUser, user: user.id,
        reason: ended == 0 ? reason : Self.counted(ended, "ended\(reason.isEmpty ? "" : ": \(reason)")")))
  }

  private func unlock(_ user: User, _ run: inout UserActRun) throws {
    let isChanged = try store.setState(.active, of: user.id)
    try note(isChanged, &run)
    guard isChanged else { return }
    try keep(user, &run)
    try record(
      AuditRecord(
        at: clock.now(), actor: run.actor, action: .unlockUser, user: user.id, reason: run.done.reason))
  }

  /// Keeps what the user was, to go back to.
  private func keep(_ user: User, _ run: inout UserActRun) throws {
    try store.keepChanged(user, by: run.done.id, versionThen: try store.user(id: user.id)?.version ?? user.version)
  }

  /// Counts a user that the act was done to, or was not. What is kept of an end of sessions counts those.
  private func note(_ isChanged: Bool, _ run: inout UserActRun, counting count: Int = 1) throws {
    guard isChanged else {
      run.result.unchanged += 1
      return
    }
    if run.result.act == nil { try store.addAct(run.done) }
    run.result.act = run.done.id
    run.result.count += 1
    try store.countAct(run.done.id, count)
  }

  /// A new act, not written down yet.
  public func newAct(
    _ kind: DoneAct.Kind, at now: Timestamp? = nil, by actor: Actor, reason: String, subject: String = ""
  ) -> DoneAct {
    let now = now ?? clock.now()
    return DoneAct(
      id: DoneAct.ID(time: now, random: random), kind: kind, at: now, by: actor.summary, reason: reason,
      subject: subject)
  }
}

/// How far an act on users has come.
private struct UserActRun {
  let act: UserAct
  let actor: Actor
  var done: DoneAct
  let own: OwnMark?
  /// How many sessions of one user to a batch.
  var pace: BatchPace
  var result = ActResult()
  /// The last session that ended of a user who has more.
  var rest: SessionID?
}
