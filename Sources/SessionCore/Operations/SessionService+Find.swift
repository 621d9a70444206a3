/// A row that was looked for.
public struct Found<Row: Sendable & Equatable>: Sendable, Equatable {
  /// The row.
  public var row: Row
  /// Whether it was found only from the list's other end on.
  public var isWrapped: Bool

  /// Makes one from its parts.
  public init(row: Row, isWrapped: Bool) {
    self.row = row
    self.isWrapped = isWrapped
  }
}

extension SessionService {
  /// The next session of a query after or before a position, over the list's end if need be; nil when there is none.
  ///
  /// - Throws: ``StoreError``.
  public func findSession(_ query: SessionQuery, from position: SessionPosition?, _ direction: PageDirection) throws
    -> Found<Session>?
  {
    let now = clock.now()
    return try find(from: position) { try store.sessions(query, from: $0, direction, limit: 1, at: now).first }
  }

  /// The next user of a query after or before a position, over the list's end if need be; nil when there is none.
  ///
  /// - Throws: ``StoreError``.
  public func findUser(_ query: UserQuery, from position: UserPosition?, _ direction: PageDirection) throws
    -> Found<UserListing>?
  {
    let now = clock.now()
    return try find(from: position) { try store.users(query, from: $0, direction, limit: 1, at: now).first }
  }

  /// The next attempt in a query's order after or before the one of a number, over the list's end if need be; nil when
  /// there is none.
  ///
  /// - Throws: ``StoreError``.
  public func findAttempt(_ query: AttemptQuery, from number: Int64?, _ direction: PageDirection) throws
    -> Found<AttemptEntry>?
  {
    let now = clock.now()
    return try find(from: number) { try store.attempts(query, from: $0, direction, limit: 1, at: now).first }
  }

  /// The next entry of the audit log in a query's order after or before the one of a number, over the list's end if need be;
  /// nil when there is none.
  ///
  /// - Throws: ``StoreError``.
  public func findAudit(_ query: AuditQuery, from number: Int64?, _ direction: PageDirection) throws
    -> Found<AuditListing>?
  {
    let now = clock.now()
    return try find(from: number) { try store.audit(query, from: $0, direction, limit: 1, at: now).first }
  }

  private func find<Row: Sendable & Equatable, Position>(from position: Position?, _ next: (Position?) throws -> Row?)
    throws -> Found<Row>?
  {
    if let position, let row = try next(position) { return Found(row: row, isWrapped: false) }
    return try next(nil).map { Found(row: $0, isWrapped: position != nil) }
  }
}
