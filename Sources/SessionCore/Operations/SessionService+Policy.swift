extension SessionService {
  /// Sets the limits of sessions, which hold at once for those that are open already (OWASP ASVS 5.0, 8.3.2).
  public func setPolicy(_ policy: SessionPolicy, by actor: Actor) throws {
    try store.transaction(.full) {
      let changes = policy.changes(from: try store.policy())
      try store.set(policy.settings)
      try store.shorten(to: policy)
      try record(
        AuditRecord(
          at: clock.now(), actor: actor, action: .setPolicy, reason: changes.isEmpty ? "as it was" : changes))
    }
  }

  /// Sets how many sessions one user may have at once; nil for what the policy says.
  public func setMaximumSessions(_ count: Int?, of user: User.ID, by actor: Actor) throws {
    let count = count.map {
      min(max($0, SessionPolicy.maximumSessionsRange.lowerBound), SessionPolicy.maximumSessionsRange.upperBound)
    }
    try store.transaction(.full) {
      try store.setMaximumSessions(count, of: user)
      try record(
        AuditRecord(
          at: clock.now(), actor: actor, action: .setMaximum, user: user,
          reason: count.map { "at most \($0) sessions" } ?? "as the policy says"))
    }
  }
}
