import SessionCore

/// A row that a list's cursor can be on.
public protocol ListRow: Equatable, Sendable {
  /// What a row is known by while it moves.
  associatedtype RowID: Hashable & Sendable
  /// Which row it is.
  var rowID: RowID { get }
}

extension Session: ListRow {
  /// The session's id.
  public var rowID: SessionID { id }
}

extension UserListing: ListRow {
  /// The user's id.
  public var rowID: User.ID { user.id }
}

extension AttemptEntry: ListRow {
  /// The attempt's number.
  public var rowID: Int64 { number }
}

/// The part of a list that is loaded, and the cursor, which is on a row and not on a line.
public struct ListState<Row: ListRow>: Equatable, Sendable {
  /// The loaded rows. When the cursor's row is gone from the list, it still stands in its place until the cursor moves.
  public internal(set) var rows: [Row] = []
  /// The index of the cursor's row.
  public internal(set) var cursor = 0
  /// The index of the row at the top of the screen.
  public internal(set) var top = 0
  /// Whether the cursor's row is gone from the list: acts must not fall on its neighbour.
  public internal(set) var isGone = false
  /// Whether an answer has come.
  public internal(set) var isLoaded = false
  /// When the rows were read; nil before the first answer.
  public internal(set) var readAt: Timestamp?
  /// How many rows match the filter; nil until they were counted.
  public internal(set) var count: CappedCount?
  /// The filter as typed.
  public internal(set) var filter = ""
  var reachesStart = true
  var reachesEnd = true
  /// The number of the last request: an answer to an older one is dropped.
  var serial = 0
  /// The number of the last request whose rows are there: its counts may come later.
  var shownSerial = 0
  /// Whether its answer is on its way, and whether another is wanted after it.
  var isLoading = false
  var isStale = false
  /// The row that the cursor was on when it was asked; nil for a jump to the start or the end.
  var asked: Row.RowID?
  /// Rows to move on by once the list's start or end is there; nil while no such jump is on its way.
  var afterJump: Int?
  /// The row, and its line on the screen, that the cursor goes back to if it matches a filter that was just set.
  var kept: Kept?

  /// What was on the screen before the list was read anew: it stays there for a moment, to be looked at alone.
  struct Before: Equatable, Sendable {
    let rows: [Row]
    let top: Int
    let cursor: Int
    /// Whether it has stood for long enough for nobody to take it for the answer.
    var isOld = false
  }

  /// A row that is looked for in a list that is read anew.
  struct Kept: Equatable, Sendable {
    let row: Row
    let line: Int
  }

  var before: Before?
  /// The row, and its line, that the cursor was on when a filter began to be typed: whatever was typed on the way, it goes
  /// back there if it can.
  var origin: Kept?

  /// Where a request for rows stands: where the cursor is, or where it was before a filter was set.
  func anchor<Position>(_ position: (Row) -> Position) -> (WindowAnchor<Position>, cursor: Row?) {
    if let current { return (.around(position(current)), current) }
    return kept.map { (.at(position($0.row)), $0.row) } ?? (.start, nil)
  }

  /// The row under the cursor, gone or not.
  public var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
  /// The row under the cursor that an act may be about.
  public var selected: Row? { isGone ? nil : current }

  /// Notes that rows are asked for around the cursor, or elsewhere, and returns the request's number.
  mutating func ask(aroundCursor: Bool) -> Int {
    serial += 1
    isLoading = true
    isStale = false
    asked = aroundCursor ? current?.rowID : nil
    afterJump = aroundCursor ? nil : 0
    if !aroundCursor { kept = nil }
    return serial
  }

  /// Notes that no answer came.
  mutating func fail() {
    isLoading = false
    afterJump = nil
  }

  /// Takes an answer in. The cursor stays on its row, and the row on its line where that can be.
  ///
  /// - Parameters:
  ///   - window: the rows.
  ///   - height: lines of the list on the screen.
  /// - Returns: the cursor's row when it was found gone just now.
  mutating func accept(_ window: Window<Row>, height: Int) -> Row? {
    isLoading = false
    shownSerial = serial
    // If it does not match, these are the list's first rows.
    let sought = kept.flatMap { $0.row.rowID == window.current?.rowID ? $0 : nil }
    kept = nil
    let old = asked == nil ? nil : current
    var anchor = window.anchor
    var isThere = window.isAnchorThere || old == nil
    if let old, old.rowID != asked {
      // The cursor moved on while the answer was on its way.
      guard let index = window.rows.firstIndex(where: { $0.rowID == old.rowID }) else {
        isStale = true
        return nil
      }
      anchor = index
      isThere = true
    }
    if let steps = afterJump {
      anchor = max(0, min(window.rows.count - 1, anchor + steps))
      // Further than what was read for the jump: more is read around there.
      if steps != 0 { isStale = true }
    }
    afterJump = nil
    let line = sought?.line ?? cursor - top
    // Seen from the list's start, new rows push the others down and are seen; further down, nothing moves.
    let followsStart = asked == nil || (top == 0 && reachesStart)
    let wasGone = isGone
    rows = window.rows
    cursor = anchor
    reachesStart = window.reachesStart
    reachesEnd = window.reachesEnd
    isLoaded = true
    before = nil
    isGone = false
    if !isThere, let old {
      rows.insert(old, at: min(cursor, rows.count))
      isGone = true
    }
    top = followsStart && reachesStart && cursor < height ? 0 : cursor - line
    keepCursorVisible(height)
    return isGone && !wasGone ? old : nil
  }

  /// Moves the cursor by rows and says whether rows beyond the loaded ones are wanted.
  mutating func move(by distance: Int, height: Int) -> Bool {
    if let steps = afterJump {
      // The cursor is on its way to the list's start or end: it moves on from there.
      afterJump = steps + distance
      return false
    }
    guard !rows.isEmpty else { return false }
    var distance = distance
    if isGone {
      rows.remove(at: cursor)
      isGone = false
      // The row after the gone one has come up to its place.
      if distance > 0 { distance -= 1 }
      guard !rows.isEmpty else {
        cursor = 0
        top = 0
        return true
      }
    }
    cursor = max(0, min(rows.count - 1, cursor + distance))
    keepCursorVisible(height)
    return (!reachesStart && cursor < height) || (!reachesEnd && rows.count - cursor <= height)
  }

  /// Forgets the rows, to start anew with another query. The answer to the last request is not waited for.
  mutating func reset() {
    let kept = (filter, serial, shownSerial)
    let begun = origin
    let shown = rows.isEmpty ? before : Before(rows: rows, top: top, cursor: cursor)
    self = ListState()
    (filter, serial, shownSerial, before, origin) = (kept.0, kept.1, kept.2, shown, begun)
  }

  /// Sets another filter. The cursor stays on its row if that matches, and goes to the first row if not.
  mutating func setFilter(_ text: String) {
    let row = origin ?? selected.map { Kept(row: $0, line: cursor - top) } ?? kept
    filter = text
    reset()
    kept = row
  }

  /// Keeps the cursor on the screen, and the screen on the rows.
  mutating func keepCursorVisible(_ height: Int) {
    let height = max(1, height)
    top = max(0, min(top, rows.count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }

  /// How many rows match the filter, as far as that is known.
  var matching: CappedCount { count ?? CappedCount(found: 0) }

  /// The rows on a screen of `height` lines.
  func visible(_ height: Int) -> ArraySlice<Row> {
    let start = min(top, rows.count)
    return rows[start..<min(rows.count, start + max(0, height))]
  }
}

extension State {
  /// Lets go of rows that have stood too long in the place of an answer.
  mutating func forgetRowsBefore() {
    sessions.forgetBefore()
    users.forgetBefore()
    attempts.forgetBefore()
    audit.list.forgetBefore()
  }
}

extension ListState {
  /// Notes where the cursor is as a filter begins to be typed; or that it is typed no more.
  mutating func noteTyping(_ isTyping: Bool) {
    origin = isTyping ? selected.map { Kept(row: $0, line: cursor - top) } : nil
  }

  fileprivate mutating func forgetBefore() {
    if before?.isOld == true { before = nil } else { before?.isOld = true }
  }
}
