import SessionCore

extension State {
  /// Whether a range is being chosen in the list that is shown.
  var hasRange: Bool {
    switch view {
    case .sessions: marks.sessions.range != nil
    case .users: marks.users.range != nil
    default: false
    }
  }

  /// Begins a range at the cursor's row; ends the one that was begun.
  mutating func markRange() -> [Effect] {
    if hasRange { return endRange() }
    switch view {
    case .sessions: marks.sessions.range = sessions.selected.map { .init(row: $0, isAbove: true, end: $0) }
    case .users: marks.users.range = users.selected.map { .init(row: $0, isAbove: true, end: $0) }
    default: return []
    }
    guard hasRange else { return [] }
    if pause == nil { pause = Pause(at: now, isForRange: true) }
    notice = Notice(text: Words.rangeBegun, ink: .dim)
    return []
  }

  /// Marks the rows from the range's first to the cursor's. Those that are not loaded are read first; `then` follows.
  mutating func endRange(then action: Action.ID? = nil) -> [Effect] {
    switch view {
    case .sessions:
      guard let rows = sessions.rows(from: marks.sessions.range) else { return readRange(then: action) }
      marks.sessions.range = nil
      say(marks.sessions.mark(rows, at: listTime))
    case .users:
      guard let rows = users.rows(from: marks.users.range) else {
        marks.users.range = nil
        notice = Notice(text: Words.rangeTooFar, ink: .warning)
        return []
      }
      marks.users.range = nil
      say(marks.users.mark(rows, at: listTime))
    default: return []
    }
    return action.flatMap { Action.of($0) }.map { perform($0) } ?? []
  }

  private mutating func readRange(then action: Action.ID?) -> [Effect] {
    guard var range = marks.sessions.range, let current = sessions.selected, !range.isReading else { return [] }
    range.isReading = true
    range.then = action
    marks.sessions.range = range
    notice = Notice(text: Words.readingRange, ink: .dim)
    let query = sessionQuery
    let ends = [range.row, current]
    let (first, last) = range.isAbove ? (ends[0], ends[1]) : (ends[1], ends[0])
    return [.readRange(query, from: query.position(of: first), to: query.position(of: last))]
  }

  /// The rows of a range were read: they are marked as they are.
  mutating func rangeRead(_ rows: [Session], isWhole: Bool) -> [Effect] {
    guard let range = marks.sessions.range, range.isReading else { return [] }
    marks.sessions.range = nil
    let hasRoom = marks.sessions.mark(rows, at: now)
    notice = nil
    say(hasRoom && isWhole)
    guard hasRoom, isWhole, overlay == nil, view == .sessions else { return [] }
    return range.then.flatMap { Action.of($0) }.map { perform($0) } ?? []
  }

  private mutating func say(_ hasRoom: Bool) {
    if !hasRoom { notice = Notice(text: Words.tooManyMarks, ink: .warning) }
  }

  /// Gives a range up.
  mutating func dropRange() { (marks.sessions.range, marks.users.range) = (nil, nil) }

  /// Gives a range up when a row at its ends stands elsewhere than when it was chosen: it would be about rows that nobody
  /// chose.
  mutating func holdRange() {
    let (sessionOrder, userOrder) = (sessionQuery, userQuery)
    let areStill =
      sessions.holds(marks.sessions.range) { sessionOrder.position(of: $0) == sessionOrder.position(of: $1) }
      && users.holds(marks.users.range) { userOrder.position(of: $0.user) == userOrder.position(of: $1.user) }
    guard !areStill else { return followRange() }
    dropRange()
    notice = Notice(text: Words.rangeMoved, ink: .warning)
  }

  /// Notes that the cursor came to another row, to which the range goes now.
  mutating func stretchRange() {
    followRange()
    if let end = sessions.current { marks.sessions.range?.end = end }
    if let end = users.current { marks.users.range?.end = end }
  }

  /// Notes where a range's first row stands now, for when it is not among the rows any more.
  mutating func followRange() {
    marks.sessions.range = sessions.followed(marks.sessions.range)
    marks.users.range = users.followed(marks.users.range)
  }
}

extension ListState {
  /// The rows from a range's first to the cursor's; nil when they are not all here.
  func rows(from range: MarkSet<Row>.RangeStart?) -> ArraySlice<Row>? {
    guard let range, let start = rows.firstIndex(where: { $0.rowID == range.row.rowID }), rows.indices.contains(cursor)
    else { return nil }
    // A row that has ended and only keeps its place is not marked.
    let (low, high) = (min(start, cursor), max(start, cursor))
    if isGone, cursor == high { return rows[low..<high] }
    if isGone, cursor == low { return rows[(low + 1)...high] }
    return rows[low...high]
  }

  /// The indexes of the rows of a range that are loaded.
  func indexes(of range: MarkSet<Row>.RangeStart?) -> ClosedRange<Int>? {
    guard let range, rows.indices.contains(cursor) else { return nil }
    let start =
      rows.firstIndex { $0.rowID == range.row.rowID } ?? (range.isAbove ? rows.startIndex : rows.endIndex - 1)
    return min(start, cursor)...max(start, cursor)
  }

  /// Whether the rows at a range's ends stand where they did, as far as they are here.
  func holds(_ range: MarkSet<Row>.RangeStart?, isSamePlace: (Row, Row) -> Bool) -> Bool {
    guard let range, !range.isReading else { return true }
    return rows.allSatisfy { row in
      [range.row, range.end].allSatisfy { $0.rowID != row.rowID || isSamePlace($0, row) }
    }
  }

  /// The range, with what is known now of where it begins.
  func followed(_ range: MarkSet<Row>.RangeStart?) -> MarkSet<Row>.RangeStart? {
    guard var range, let start = rows.firstIndex(where: { $0.rowID == range.row.rowID }) else { return range }
    range.row = rows[start]
    range.isAbove = start <= cursor
    return range
  }
}
