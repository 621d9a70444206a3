import SessionCore

/// Which row is looked for: the next that matches, after or before a place in the list's order.
public enum FindRequest: Equatable, Sendable {
  /// A session.
  case sessions(SessionQuery, from: SessionPosition?, PageDirection)
  /// A user.
  case users(UserQuery, from: UserPosition?, PageDirection)
  /// An attempt.
  case attempts(AttemptQuery, from: Int64?, PageDirection)
  /// An entry of the audit log.
  case audit(AuditQuery, from: Int64?, PageDirection)
}

/// A row of one of the lists.
public enum AnyRow: Equatable, Sendable {
  /// A session.
  case session(Session)
  /// A user.
  case user(UserListing)
  /// An attempt.
  case attempt(AttemptEntry)
  /// An entry of the audit log.
  case audit(AuditListing)
}

/// A row that was looked for.
public struct FoundRow: Equatable, Sendable {
  /// The row.
  public var row: AnyRow
  /// Whether it was found only from the list's other end on.
  public var isWrapped: Bool

  /// Makes one from its parts.
  public init(_ row: AnyRow, isWrapped: Bool) {
    self.row = row
    self.isWrapped = isWrapped
  }
}

/// What is looked for in the lists.
struct Finding: Equatable, Sendable {
  /// What was last looked for, in each.
  var texts: [ViewID: String] = [:]
  /// The number of the last request: an answer to an older one is dropped.
  var serial = 0
}

extension State {
  /// Why there is nothing to look for; nil when there is.
  var findDisabled: Phrase? { listDisabled ?? (finding.texts[view] == nil ? Words.nothingToFind : nil) }

  /// Why nothing can be done with the list itself: what a detail hides must not change unseen. Nil when it can.
  var listDisabled: Phrase? { isInList ? nil : Words.goBackToList }

  /// Puts the cursor on the next row that matches what was last looked for.
  mutating func findAgain(_ direction: PageDirection) -> [Effect] {
    finding.texts[view].map { find($0, from: currentRow, direction) } ?? []
  }

  /// Looks for the next row that matches, from a row on.
  mutating func find(_ text: String, from row: AnyRow?, _ direction: PageDirection) -> [Effect] {
    guard let request = findRequest(text, from: row, direction) else { return [] }
    finding.serial += 1
    return [.find(request, serial: finding.serial)]
  }

  private func findRequest(_ text: String, from row: AnyRow?, _ direction: PageDirection) -> FindRequest? {
    switch view {
    case .sessions:
      guard let sought = try? SessionFilter(text: text) else { return nil }
      var query = sessionQuery
      query.filter = query.filter.and(sought)
      if case .session(let session)? = row { return .sessions(query, from: query.position(of: session), direction) }
      return .sessions(query, from: nil, direction)
    case .users:
      guard let sought = try? UserFilter(text: text) else { return nil }
      var query = userQuery
      query.filter = query.filter.and(sought)
      if case .user(let listing)? = row { return .users(query, from: query.position(of: listing.user), direction) }
      return .users(query, from: nil, direction)
    case .attempts:
      guard let sought = try? AttemptFilter(text: text) else { return nil }
      var query = attemptQuery
      query.filter = query.filter.and(sought)
      if case .attempt(let entry)? = row { return .attempts(query, from: entry.number, direction) }
      return .attempts(query, from: nil, direction)
    case .audit:
      guard let sought = try? AuditFilter(text: text) else { return nil }
      var query = auditQuery
      query.filter = query.filter.and(sought)
      if case .audit(let listing)? = row { return .audit(query, from: listing.rowID, direction) }
      return .audit(query, from: nil, direction)
    case .overview, .simulate: return nil
    }
  }

  /// Takes in what was found; an answer to an older request is dropped.
  mutating func found(_ found: FoundRow?, serial: Int) -> [Effect] {
    guard serial == finding.serial else { return [] }
    guard let found else {
      notice = Notice(text: Words.notFound, ink: .warning)
      // What a part of the word had found is not what is looked for.
      if case .find(let editor)? = overlay, let origin = editor.origin { return cancelFinding(origin) }
      return []
    }
    if found.isWrapped { notice = Notice(text: Words.foundFromStart, ink: .dim) }
    return go(to: found.row)
  }

  /// The row under the cursor, gone or not.
  var currentRow: AnyRow? {
    switch view {
    case .sessions: sessions.current.map { .session($0) }
    case .users: users.current.map { .user($0) }
    case .attempts: attempts.current.map { .attempt($0) }
    case .audit: audit.list.current.map { .audit($0) }
    case .overview, .simulate: nil
    }
  }

  /// Puts the cursor on a row of the list that is shown, wherever that is.
  mutating func go(to row: AnyRow) -> [Effect] {
    switch (view, row) {
    case (.sessions, .session(let session)):
      if let steps = sessions.steps(to: session.id) { return move(steps) }
      let serial = sessions.ask(aroundCursor: false)
      let anchor = WindowAnchor.around(sessionQuery.position(of: session))
      return [.loadSessions(sessionQuery, anchor, cursor: session.id, reach: reach, serial: serial)]
    case (.users, .user(let listing)):
      if let steps = users.steps(to: listing.user.id) { return move(steps) }
      let serial = users.ask(aroundCursor: false)
      let anchor = WindowAnchor.around(userQuery.position(of: listing.user))
      return [.loadUsers(userQuery, anchor, cursor: listing.user.id, reach: reach, serial: serial)]
    case (.attempts, .attempt(let entry)):
      if let steps = attempts.steps(to: entry.number) { return move(steps) }
      let serial = attempts.ask(aroundCursor: false)
      return [.loadAttempts(attemptQuery, .around(entry.number), cursor: entry.number, reach: reach, serial: serial)]
    case (.audit, .audit(let listing)):
      if let steps = audit.list.steps(to: listing.rowID) { return move(steps) }
      let serial = audit.list.ask(aroundCursor: false)
      return [.loadAudit(auditQuery, .around(listing.rowID), cursor: listing.rowID, reach: reach, serial: serial)]
    default: return []
    }
  }
}

extension ListState {
  /// How far it is to a row that is loaded; nil when it is not, or the cursor is on its way elsewhere.
  fileprivate func steps(to id: Row.RowID) -> Int? {
    guard afterJump == nil else { return nil }
    return rows.firstIndex { $0.rowID == id }.map { $0 - cursor }
  }
}
