import SessionCore

extension Move {
  /// Since when the source takes no changes; nil when it does.
  public func closedAt() throws -> Timestamp? { try source.setting(.moving).map(Timestamp.init(milliseconds:)) }

  /// Has the source refuse every change, when it is not closed yet.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - note: writes down that it is closed, before it is.
  /// - Throws: ``MoveError/cannotClose(_:)`` when the source's account may not make triggers; ``SessionCore/StoreError``.
  public func close(at now: Timestamp, _ note: () throws -> Void) throws {
    let isOpen = try source.setting(.moving) == nil
    if isOpen {
      try source.transaction(.full) {
        // Written down with it: logins are refused before their passwords are looked at.
        try source.set(.moving, now.milliseconds)
        try note()
      }
    }
    do {
      try source.closeToWriters()
    } catch let error as StoreError where source.dialect != .sqlite && error.kind != .unreachable {
      // Nobody is kept out for a move that cannot be made.
      if isOpen {
        try source.openToWriters()
        try source.transaction(.full) { try source.unset(.moving) }
      }
      throw MoveError.cannotClose(error)
    }
  }

  /// Notes that the target is equal to the source as it was closed.
  ///
  /// - Throws: ``MoveError/differs(_:)`` when it is not; ``SessionCore/StoreError``.
  public func noteEqual(_ report: MoveReport) throws {
    guard report.isEqual else { throw MoveError.differs(report.differing) }
    guard let closed = try source.setting(.moving), let move = try source.setting(.move) else {
      throw MoveError.notClosed
    }
    try target.setMoveNote(MoveMark.Note(mark: .filling, move: move, at: closed))
  }

  /// Takes the source out of use: no program reads it any more, and so none takes a session for live that ends elsewhere.
  ///
  /// - Throws: ``MoveError/notClosed`` before it was found equal; ``SessionCore/StoreError``.
  public func retireSource(at now: Timestamp) throws {
    guard try look() == .equal, let move = try source.setting(.move) else { throw MoveError.notClosed }
    try source.setMoveNote(MoveMark.Note(mark: .moved, move: move, at: now.milliseconds))
  }

  /// Puts the target to use.
  ///
  /// - Parameter note: writes down that it was moved, in the target.
  /// - Throws: ``MoveError/notClosed`` while the source is in use; ``SessionCore/StoreError``.
  public func openTarget(_ note: () throws -> Void) throws {
    guard try look() == .retired, let mark = try source.moveNote() else { throw MoveError.notClosed }
    try target.endFilling()
    try target.transaction(.full) {
      try target.clearMoveNote()
      // Whoever finishes it twice learns that it is done.
      try target.set(.move, mark.move)
      try note()
    }
  }

  /// Whether a database is closed for a move that is not finished.
  public static func isClosed(_ source: any Connection) throws -> Bool {
    guard try source.moveNote() == nil else { throw source.error(.moved, "") }
    try SQLStore(source).requireCurrentSchema()
    return try source.setting(.moving) != nil
  }

  /// Makes a copy of a database free of the move that the database was in when it was copied.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  public static func forget(in copy: any Connection) throws {
    guard try copy.setting(.move) != nil || copy.setting(.moving) != nil else { return }
    try copy.openToWriters()
    try copy.transaction(.full) {
      try copy.unset(.moving)
      try copy.unset(.move)
    }
  }

  /// Gives up: the source takes changes again. The target stays marked; a move that begins anew may go on with it.
  ///
  /// - Parameters:
  ///   - source: the source.
  ///   - note: writes down that it was given up, once the source can be written.
  /// - Returns: whether it was closed.
  /// - Throws: ``SessionCore/StoreError`` of kind `moved` when the target is in use.
  public static func abandon(_ source: any Connection, _ note: () throws -> Void) throws -> Bool {
    guard try isClosed(source) else { return false }
    try source.openToWriters()
    try source.transaction(.full) {
      try source.unset(.moving)
      try note()
    }
    return true
  }
}
