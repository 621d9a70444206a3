extension SessionService {
  /// Makes sure that the key is the one that this database was set up with.
  ///
  /// - Returns: what is set in the database.
  /// - Throws: ``KeyFileError``.
  @discardableResult
  public func requireKey() throws -> SiteSettings {
    let settings = try store.settings()
    let check = settings[.keyCheck]
    guard check != key.check else { return settings }
    // A rotation that broke off after the file was written: the key of the database is the one before.
    guard !keys.former.contains(where: { $0.key.check == check }) else { return settings }
    throw KeyFileError(
      description: """
        The key file is not this database's. If the key was just replaced, start this program again; else restore the file \
        that was made with the database from your backup.
        """)
  }

  /// Notes whose key this database's is, when that was never noted.
  ///
  /// - Parameter isOlder: whether the database is from before ends of the log were noted. Any other log that has entries
  ///   and no noted end is one that somebody has cut, and stays so.
  /// - Throws: ``StoreError``.
  public func adoptKey(isOlder: Bool = false) throws {
    try store.transaction(.full) {
      guard try store.settings()[.keyCheck] == nil else { return }
      try store.set([.keyCheck: key.check])
      if try isOlder || store.lastAuditLink() == nil { try sealAudit() }
    }
  }

  /// Puts a new key in the place of the current one, which is accepted for `grace` more. Sessions go over to the new key
  /// with their next request; those that make none until then end.
  ///
  /// - Parameters:
  ///   - path: the key file. It is read anew: somebody else may have rotated it.
  ///   - grace: how long the old key is accepted; none ends all sessions at once, for a key that may have been seen.
  ///   - actor: who does it.
  /// - Throws: ``KeyFileError``; the old key is then still in force.
  public func rotateKey(file path: String, grace: Interval, by actor: Actor) throws {
    try store.transaction(.full) {
      let now = clock.now()
      let ring = try KeyRing(file: path)
      let rotated = SessionService(
        store: store, keys: ring.rotated(to: ServerKey(random: random), acceptingOldUntil: now + grace),
        clock: clock, random: random, hasher: hasher, gate: gate, blocklist: blocklist)
      try rotated.requireKey()
      if let start = try store.auditEnd(.start), start.isSealed(by: ring) {
        try store.setAuditEnd(AuditEnd(.start, start.link, key: rotated.key))
      }
      try store.set([
        .keyCheck: rotated.key.check, .keyRotatedAt: now.milliseconds, .graceEndsAt: (now + grace).milliseconds,
      ])
      try rotated.record(
        AuditRecord(
          at: now, actor: actor, action: .rotateKey, reason: "the old key is accepted for \(grace.setting) more"))
      if grace.milliseconds == 0 { try rotated.endEverybody(by: actor, reason: "the key was replaced") }
      // Last, and before the commit: should that fail, the ring still has the key that the database knows.
      try rotated.keys.replace(file: path)
    }
  }
}
