import SessionCore

/// Moves all rows of a database to another one, of whatever kind, with the ids that they have: the same cookies, one-time
/// codes and seals go on to be good under the same key.
///
/// In this order, each step of which can be broken off at any moment and done again:
///
/// 1. ``begin(as:)`` marks both; no program uses the target from then on.
/// 2. ``copy(_:)`` copies what is there, and ``compare(_:)`` what has changed since, while the source is in use.
/// 3. ``close()`` has the source refuse changes. It still answers who is logged in.
/// 4. ``compare(_:)`` again: nothing changes any more, so that what it leaves is equal.
/// 5. ``noteEqual(_:)``, then ``retireSource(at:)``, then ``openTarget()``: at no moment do both judge sessions.
public final class Move {
  /// What is moved.
  public let source: any Connection
  /// Where it goes.
  public let target: any Connection

  /// Prepares a move. Nothing is read or changed yet.
  public init(from source: any Connection, to target: any Connection) {
    self.source = source
    self.target = target
  }

  /// How far a move is.
  public enum Stage: String, Sendable {
    /// Nothing was done.
    case new
    /// Rows are copied while the source is in use.
    case copying
    /// The source takes no changes, and the rest is copied.
    case closed
    /// Both have the same rows.
    case equal
    /// The source is out of use, and the target not in use yet.
    case retired
    /// The target is in use.
    case done
  }

  /// Marks both databases as parts of the move `number`, and gives the target its tables.
  ///
  /// - Parameter number: what tells this move from others, drawn by chance.
  /// - Throws: ``SessionCore/StoreError``.
  public func begin(as number: Int64) throws {
    // The source first: a target that is marked belongs to a source that knows of it.
    try source.transaction(.full) { try source.set(.move, number) }
    _ = try SQLStore(target).migrate()
    try target.setMoveNote(MoveMark.Note(mark: .filling, move: number, at: 0))
  }

  /// How many rows the source has.
  public func countRows() throws -> Int { try MovedTable.all.reduce(0) { try $0 + source.count($1) } }

  /// Copies what the target has not yet, while the source is in use.
  ///
  /// - Parameter progress: is told how many rows each batch had; what it throws ends the copy.
  /// - Returns: how many rows were copied.
  /// - Throws: ``MoveError/row(table:reason:)`` for a row that the target does not take, ``SessionCore/StoreError``.
  public func copy(_ progress: (Int) throws -> Void) throws -> Int {
    try target.beginFilling()
    return try MovedTable.all.reduce(0) { sum, table in
      try naming(table) { try sum + TableCopy(table: table, source: source, target: target).copyRest(progress) }
    }
  }

  /// Makes the target's rows what the source's are.
  ///
  /// - Parameter progress: is told how many rows each batch had; what it throws ends it.
  /// - Returns: what was found, table by table.
  /// - Throws: ``MoveError/row(table:reason:)`` for a row that the target does not take, ``SessionCore/StoreError``.
  public func compare(_ progress: (Int) throws -> Void) throws -> MoveReport {
    try target.beginFilling()
    return MoveReport(
      tables: try MovedTable.all.map { table in
        try naming(table) { try TableCopy(table: table, source: source, target: target).compare(progress) }
      })
  }

  /// A row that the target does not take is looked for in its table.
  private func naming<Result>(_ table: MovedTable, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as StoreError where error.kind == .other && error.database == target.error(.other, "").database {
      throw MoveError.row(table: table.name, reason: error.detail)
    }
  }
}

extension Connection {
  /// Sets a number for the whole site.
  func set(_ setting: SiteSetting, _ value: Int64) throws {
    try run("REPLACE INTO settings(name, value) VALUES(?, ?)", [.text(setting.rawValue), .integer(value)])
  }

  /// Forgets a number for the whole site.
  func unset(_ setting: SiteSetting) throws {
    try run("DELETE FROM settings WHERE name = ?", [.text(setting.rawValue)])
  }
}
