import SessionCore

extension Move {
  /// Finds out how far the move is, from what stands in both databases.
  ///
  /// - Throws: ``MoveError`` when this source cannot be moved to this target; ``SessionCore/StoreError``.
  public func look() throws -> Stage {
    guard try SQLStore(source).schemaVersion() != nil else { throw source.error(.notSetUp, "") }
    switch try source.moveNote() {
    case let note? where note.mark == .moved: return try lookAfter(note)
    case let note?: throw source.error(note.mark.kind, "")
    case nil: try SQLStore(source).requireCurrentSchema()
    }
    let closed = try source.setting(.moving)
    guard let note = try noteOfTarget() else {
      guard closed == nil else { throw MoveError.closedForAnother }
      return .new
    }
    guard note.mark == .filling else { throw MoveError.targetWasMoved }
    guard try note.move == source.setting(.move) else { throw MoveError.otherMove }
    guard let closed else { return .copying }
    return note.at == closed ? .equal : .closed
  }

  /// What is left to do when the source is out of use.
  private func lookAfter(_ mark: MoveMark.Note) throws -> Stage {
    guard try SQLStore(target).schemaVersion() != nil else { throw source.error(.moved, "") }
    guard let note = try target.moveNote() else {
      return try target.setting(.move) == mark.move ? .done : { throw source.error(.moved, "") }()
    }
    guard note.mark == .filling, note.move == mark.move else { throw source.error(.moved, "") }
    return .retired
  }

  /// The target's mark; nil for a target that is empty.
  private func noteOfTarget() throws -> MoveMark.Note? {
    guard try SQLStore(target).schemaVersion() != nil else {
      guard try target.hasNoTables() else { throw MoveError.foreign }
      return nil
    }
    if let note = try target.moveNote() { return note }
    // What 'rollcall setup' leaves may be written over; anything that came later may not.
    _ = try SQLStore(target).pendingMigrations()
    for table in ["users", "sessions", "ended_sessions", "attempts", "audit"] where try target.hasTable(table) {
      guard try target.first("SELECT 1 FROM `\(table)` LIMIT 1", [], { _ in true }) == nil else {
        throw MoveError.inUse
      }
    }
    return nil
  }
}

extension Connection {
  fileprivate func hasNoTables() throws -> Bool {
    let tables =
      switch dialect {
      case .sqlite: "SELECT count(*) FROM sqlite_schema"
      case .mariadb, .mysql: "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
      }
    return try first(tables) { $0.integer(0) } == 0
  }
}
