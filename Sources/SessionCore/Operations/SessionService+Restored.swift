extension SessionService {
  /// Makes a database that came from a backup fit to be used in the place of another: notes in its audit log that it was
  /// restored, and ends its sessions, because what has ended since must not come back.
  ///
  /// - Parameters:
  ///   - floor: sessions authenticated before this moment stay refused in any case.
  ///   - keepsSessions: whether the other sessions go on.
  ///   - actor: who restores it.
  ///   - reason: which backup it was.
  /// - Throws: ``KeyFileError`` when the key is not this database's; ``StoreError``.
  public func takeOver(floor: Timestamp, keepsSessions: Bool, by actor: Actor, reason: String) throws {
    try adoptKey(isOlder: true)
    try requireKey()
    try store.transaction(.full) {
      let now = clock.now()
      // A backup from before the key was replaced: what only that key proves is over when its grace is.
      if try store.settings()[.keyCheck] != key.check {
        let grace = keys.grace(at: now).until ?? now
        try store.set([
          .keyCheck: key.check, .keyRotatedAt: now.milliseconds, .graceEndsAt: grace.milliseconds,
        ])
      }
      // What logged everybody out before the backup can not be taken back any more.
      let notBefore = try store.settings()[.notBefore] ?? 0
      try store.setRecall(nil)
      let end = keepsSessions ? floor : max(floor, now + Interval(milliseconds: 1))
      try store.set([.notBefore: max(notBefore, end.milliseconds)])
      // A code that was used since must not work again.
      try store.removeActivations()
      try record(AuditRecord(at: now, actor: actor, action: .restoreBackup, reason: reason))
    }
  }
}
