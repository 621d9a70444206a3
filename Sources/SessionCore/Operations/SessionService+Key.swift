extension SessionService {
  /// Makes sure that the key is the one that this database was set up with.
  ///
  /// - Throws: ``KeyFileError``.
  public func requireKey() throws {
    // A database from before this was noted has no number yet.
    guard let check = try store.settings()[.keyCheck], check != key.check else { return }
    // A rotation that broke off after the file was written: the key of the database is the one before.
    guard !keys.former.contains(where: { $0.key.check == check }) else { return }
    throw KeyFileError(
      description: "The key file is not this database's: restore the one that was made with it from your backup.")
  }

  /// Notes whose key this database's is, when that was never noted.
  public func adoptKey() throws {
    try store.transaction(.full) {
      if try store.settings()[.keyCheck] == nil { try store.set([.keyCheck: key.check]) }
    }
  }

  /// Puts a new key in the place of the current one, which is accepted for `grace` more. Sessions go over to the new key
  /// with their next request; those that make none until then end.
  ///
  /// - Parameters:
  ///   - path: the key file.
  ///   - grace: how long the old key is accepted; none for at once, when it may have been seen.
  ///   - actor: who does it.
  /// - Throws: ``KeyFileError``; the old key is then still in force.
  public func rotateKey(file path: String, grace: Interval, by actor: Actor) throws {
    let now = clock.now()
    let rotated = SessionService(
      store: store, keys: keys.rotated(to: ServerKey(random: random), acceptingOldUntil: now + grace, at: now),
      clock: clock, random: random, hasher: hasher, gate: gate, blocklist: blocklist)
    // First the file: a crash in between leaves a ring in which the database finds its key.
    try rotated.keys.replace(file: path)
    try store.transaction(.full) {
      try store.set([.keyCheck: rotated.key.check])
      if let start = try store.auditEnd(.start) {
        try store.setAuditEnd(AuditEnd(.start, start.link, key: rotated.key))
      }
      try rotated.record(
        AuditRecord(
          at: now, actor: actor, action: .rotateKey, reason: "the old key is accepted for \(grace.coarse) more"))
    }
  }
}
