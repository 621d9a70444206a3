extension SessionService {
  /// Writes into the audit log what is done about a move to another database or from one.
  ///
  /// - Parameters:
  ///   - what: what is done, and where to or from.
  ///   - actor: who does it.
  /// - Throws: ``KeyFileError`` when the key is not this database's; ``StoreError``.
  public func noteMove(_ what: String, by actor: Actor) throws {
    try store.transaction(.full) {
      try record(AuditRecord(at: clock.now(), actor: actor, action: .move, reason: what))
    }
  }
}
