extension SessionService {
  /// Users of one batch: locking one again ends what they opened meanwhile, and that may be more than one session.
  private static var users: Int { 100 }

  /// Brings a batch of users back to what they were.
  func takeUsersBack(_ run: inout UndoRun) throws {
    let id = run.undone.act.id
    switch run.undone.act.kind {
    case .end, .expire, .endEverybody, .extend: run.hasUsers = true
    case .forgive:
      let counters = try store.restoreForgiven(id, limit: run.pace.rows)
      let users = counters.users.subtracting(run.forgiven)
      run.forgiven.formUnion(users)
      run.count(users: users.count, counters: counters.count)
      run.hasUsers = counters.seen < run.pace.rows
    case .remove:
      run.hasUsers = true
      guard try store.restoreRemoved(id) != nil else { return }
      try store.restoreActivation(id, at: clock.now())
      run.count(users: 1, counters: try store.restoreForgiven(id, limit: .max).count)
    case .lock, .unlock, .giveCode, .addUser:
      let (seen, users) = try store.restoreChanged(id, limit: Self.users)
      run.hasUsers = seen < Self.users
      for user in users {
        let isBack = try takeBack(user, &run)
        run.count(users: isBack ? 1 : 0)
      }
    }
  }

  /// What else belongs to a user's being as they were; false where that cannot be.
  private func takeBack(_ user: User.ID, _ run: inout UndoRun) throws -> Bool {
    let act = run.undone.act
    switch act.kind {
    case .unlock:
      // Who logged in meanwhile is locked out again (OWASP ASVS 5.0, 7.4.2): by whoever takes it back, and not by whoever
      // unlocked.
      let ending = Ending(at: clock.now(), how: .locked, by: run.actor.summary, reason: "")
      let ended = try store.endSessions(.user(user), ending).count
      run.batch.ended += ended
      run.undone.ended += ended
      return true
    case .giveCode:
      // One that was given out since stays.
      guard try store.activation(of: user)?.createdAt == act.at else { return false }
      try store.setActivation(nil, of: user)
      try store.restoreActivation(act.id, at: clock.now())
      return true
    case .addUser:
      // Somebody who chose a password is a user like others.
      guard try store.credential(of: user)?.source ?? .administrator == .administrator,
        try store.user(id: user)?.lastLoginAt == nil
      else { return false }
      try store.removeUser(user)
      return true
    case .end, .expire, .extend, .lock, .forgive, .remove, .endEverybody: return true
    }
  }
}

/// How far taking an act back has come.
struct UndoRun {
  /// What one transaction did.
  struct Batch {
    var sessions = 0
    /// The sessions whose rows were moved back.
    var restored: [SessionID] = []
    var users = 0
    var counters = 0
    var ended = 0
    /// Whether those who were logged out at once are in again.
    var isRecall = false

    var hasChanged: Bool { isRecall || sessions > 0 || users > 0 || counters > 0 || ended > 0 }
  }

  var undone: Undone
  let actor: Actor
  /// How many rows to a batch.
  var pace: BatchPace
  var batch = Batch()
  /// Whether all users are as they were: their sessions come after them.
  var hasUsers = false
  var isRecall = false
  var isOver = false
  /// Users whose failed logins count again.
  var forgiven: Set<User.ID> = []

  var hasChanged: Bool { isRecall || undone.sessions > 0 || undone.users > 0 || undone.counters > 0 }

  /// Whether sessions were ended by the act and nothing else.
  var isOfSessions: Bool { [.end, .expire, .endEverybody].contains(undone.act.kind) }

  mutating func count(users: Int, counters: Int = 0) {
    batch.users += users
    batch.counters += counters
    undone.users += users
    undone.counters += counters
  }

  /// What the batch did, as the audit log says it.
  var auditText: String {
    let act = undone.act
    if batch.isRecall { return "everybody who was logged out" }
    if isOfSessions { return SessionService.counted(batch.sessions, act.reason) }
    let many = act.count > 1 && batch.users > 0 ? "\(batch.users) user\(batch.users == 1 ? "" : "s")" : ""
    let sessions =
      switch act.kind {
      case .unlock: batch.ended == 0 ? "" : SessionService.counted(batch.ended, "ended")
      default: batch.sessions == 0 ? "" : SessionService.counted(batch.sessions, "")
      }
    return [act.kind.auditText, act.subject, many, sessions, act.reason].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension DoneAct.Kind {
  /// What was done, as the audit log says it.
  public var auditText: String {
    switch self {
    case .end: AuditRecord.Action.endSession.rawValue
    case .expire: AuditRecord.Action.expire.rawValue
    case .extend: AuditRecord.Action.extend.rawValue
    case .lock: AuditRecord.Action.lockUser.rawValue
    case .unlock: AuditRecord.Action.unlockUser.rawValue
    case .forgive: AuditRecord.Action.forgive.rawValue
    case .giveCode: AuditRecord.Action.giveCode.rawValue
    case .addUser: AuditRecord.Action.addUser.rawValue
    case .remove: AuditRecord.Action.removeUser.rawValue
    case .endEverybody: AuditRecord.Action.endAll.rawValue
    }
  }
}
