import SessionCore

/// Which rows of a list are marked, to be acted on together.
///
/// A mark is on a row, not on a line, and remembers what the row looked like when it was marked: what changed since is
/// left alone by the act.
public struct MarkSet<Row: ListRow>: Equatable, Sendable {
  /// A row, and when it was looked at.
  struct Mark: Equatable, Sendable {
    let row: Row
    let at: Timestamp
  }

  /// The rows that were marked one by one, or in a range.
  private(set) var marks: [Row.RowID: Mark] = [:]
  /// Whether all that match the list's filter are marked, but for ``excepted``.
  private(set) var isAll = false
  private(set) var excepted: [Row.RowID: Mark] = [:]
  /// Where a range begins that is being chosen.
  var range: RangeStart?

  /// The row on which a range begins.
  struct RangeStart: Equatable, Sendable {
    var row: Row
    /// Whether it stands above the cursor: said by the rows that were seen last, for when it is not among them.
    var isAbove: Bool
    /// The row that it ends on, as it was when the cursor came to it.
    var end: Row
    /// Whether the rows between are being read; then which action is to follow.
    var isReading = false
    var then: Action.ID?
  }

  /// As many rows as can be marked one by one. More are marked by what they have in common.
  static var limit: Int { 10_000 }

  /// Whether nothing is marked and no range is being chosen.
  public var isEmpty: Bool { marks.isEmpty && !isAll && range == nil }

  /// How many are marked of a list in which `matching` rows match.
  func count(of matching: CappedCount) -> CappedCount {
    guard isAll else { return CappedCount(exactly: marks.count) }
    var count = matching
    count.value = max(0, count.value - excepted.count)
    return count
  }

  /// Whether a row was marked; one of a range that is being chosen is asked for by its place.
  func isMarked(_ id: Row.RowID) -> Bool { isAll ? excepted[id] == nil : marks[id] != nil }

  /// Marks a row that is not, and the other way round.
  mutating func toggle(_ row: Row, at now: Timestamp) {
    let mark = Mark(row: row, at: now)
    if isAll {
      if excepted.removeValue(forKey: row.rowID) == nil, excepted.count < Self.limit { excepted[row.rowID] = mark }
    } else if marks.removeValue(forKey: row.rowID) == nil {
      marks[row.rowID] = mark
    }
  }

  /// Marks rows; returns whether there was room for all of them.
  mutating func mark(_ rows: some Sequence<Row>, at now: Timestamp) -> Bool {
    for row in rows {
      if isAll {
        excepted[row.rowID] = nil
      } else {
        guard marks.count < Self.limit || marks[row.rowID] != nil else { return false }
        marks[row.rowID] = Mark(row: row, at: now)
      }
    }
    return true
  }

  /// Marks all that match, or nothing when all were.
  mutating func toggleAll() {
    let wasAll = isAll && excepted.isEmpty
    self = MarkSet()
    isAll = !wasAll
  }

  /// Unmarks what was marked by what it matches: another filter matches something else.
  mutating func filterChanged() {
    if isAll { self = MarkSet() }
    range = nil
  }
}

/// What is marked in the lists.
public struct Marks: Equatable, Sendable {
  /// Sessions.
  public internal(set) var sessions = MarkSet<Session>()
  /// Users.
  public internal(set) var users = MarkSet<UserListing>()
}
