import SessionCore

/// What a simulated step changed in the database, read there: lines beginning with +, ~ or -.
struct SimulatedChanges {
  /// How far the logs went at a moment.
  struct Mark {
    let audit: Int64
    let attempt: Int64

    static func now(in service: SessionService) throws -> Mark {
      Mark(audit: try service.store.lastAuditNumber(), attempt: try service.store.lastAttemptNumber())
    }
  }

  let mark: Mark
  let session: SessionID?
  /// Whose every change is told; nil for the session's alone.
  let user: User.ID?
  let login: String
  let address: IPAddress

  init(since mark: Mark, session: SessionID?, user: User.ID?, login: String, address: IPAddress) {
    self.mark = mark
    self.session = session
    self.user = user
    self.login = login
    self.address = address
  }

  /// What others did meanwhile is not told as ours.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  func lines(_ service: SessionService) throws -> [String] {
    let entries = try service.store.audit(after: mark.audit, limit: 100).filter { entry in
      (session != nil && entry.record.session == session) || (user != nil && entry.record.user == user)
    }
    var lines = try entries.isEmpty ? [] : ofSession(service)
    if user != nil, let user, let row = try service.store.user(id: user), !entries.isEmpty {
      lines.append("~ users  \(row.login.text)  \(row.state == .locked ? "locked" : "active")")
    }
    lines += entries.map { entry in
      let record = entry.record
      return "+ audit  #\(entry.number)  \(record.action.rawValue)  by \(record.actor.summary)  \(record.reason)"
    }
    return lines + (try ofAttempts(service))
  }

  private func ofSession(_ service: SessionService) throws -> [String] {
    guard let session else { return [] }
    let now = service.clock.now()
    if let row = try service.store.session(id: session) {
      guard row.isLive(at: now), user == nil else { return [] }
      let length = (row.expiresAt - row.createdAt).coarse
      return [
        "+ sessions  \(row.id.short)  \(row.owner.login)  \(row.kind.name)  ends in \(length)",
        "~ users  \(row.owner.login)  last_login_at \(row.createdAt.timeOfDay)",
      ]
    }
    guard let ending = try service.store.ending(of: session) else { return [] }
    return [
      "- sessions  \(session.short)",
      "+ ended_sessions  \(session.short)  ended \(ending.at.timeOfDay)  \(ending.by)",
    ]
  }

  /// The attempts from here, those of one outcome in one line, and who has to wait now.
  private func ofAttempts(_ service: SessionService) throws -> [String] {
    let found = try service.store.attempts(after: mark.attempt, limit: 200).map(\.attempt)
      .filter { $0.address == address && $0.outcome != .loggedIn }
    var lines: [String] = []
    for outcome in Attempt.Outcome.allCases {
      let same = found.filter { $0.outcome == outcome }
      guard let last = same.last else { continue }
      lines.append("+ attempts  \(same.count == 1 ? "" : "\(same.count) × ")\(last.login)  \(outcome.name)")
    }
    guard !lines.isEmpty, let failures = try service.simulatedFailures(of: login, from: address) else { return lines }
    let wait = failures.until - service.clock.now()
    let waits = wait > Interval(milliseconds: 0) ? ", waits \(wait.remaining)" : ""
    return lines + ["~ throttle  \(failures.login)  \(failures.failures) failures\(waits)"]
  }
}
