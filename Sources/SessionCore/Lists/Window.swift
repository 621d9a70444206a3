/// The part of a long list around a cursor: what a screen shows, and some rows to either side.
public struct Window<Row: Sendable>: Sendable {
  /// The rows, in the list's order.
  public var rows: [Row]
  /// The index of the row that the cursor is on; when that row is gone from the list, of the one after its place.
  public var anchor: Int
  /// Whether the row that the cursor was on is still in the list.
  public var isAnchorThere: Bool
  /// Whether the first row is the list's first.
  public var reachesStart: Bool
  /// Whether the last row is the list's last.
  public var reachesEnd: Bool

  /// Makes a window from its parts.
  public init(rows: [Row], anchor: Int, isAnchorThere: Bool, reachesStart: Bool, reachesEnd: Bool) {
    self.rows = rows
    self.anchor = anchor
    self.isAnchorThere = isAnchorThere
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
  }
}

extension Window {
  /// The row that the anchor is at; nil in an empty window.
  public var current: Row? { rows.indices.contains(anchor) ? rows[anchor] : nil }
}

extension Window: Equatable where Row: Equatable {}

/// Where a window stands in its list.
public enum WindowAnchor<Position: Hashable & Sendable>: Hashable, Sendable {
  /// At the first row.
  case start
  /// At the last row.
  case end
  /// Around a position.
  case around(Position)
  /// Around a position if the cursor's row is still in the list; at the first row if it is not.
  case at(Position)

  /// The position, where one is known.
  public var position: Position? {
    switch self {
    case .start, .end: nil
    case .around(let position), .at(let position): position
    }
  }

  /// The same around another position: the cursor's row has moved.
  func moved(to position: Position) -> WindowAnchor {
    switch self {
    case .start, .end: self
    case .around: .around(position)
    case .at: .at(position)
    }
  }
}

extension Window {
  /// Loads a window of up to `reach` rows to either side of `anchor`.
  ///
  /// - Parameters:
  ///   - anchor: where to load.
  ///   - reach: rows to either side.
  ///   - current: the row that stands at the anchor now, when it is still in the list.
  ///   - page: rows after or before a position, at most as many as asked for, in the list's order.
  /// - Returns: the window.
  /// - Throws: what `page` throws.
  public static func load<Position: Hashable & Sendable>(
    _ anchor: WindowAnchor<Position>, reach: Int, current: Row?,
    page: (Position?, PageDirection, Int) throws -> [Row]
  ) rethrows -> Window {
    switch anchor {
    case .start:
      let rows = try page(nil, .after, 2 * reach)
      return Window(
        rows: rows, anchor: 0, isAnchorThere: !rows.isEmpty, reachesStart: true, reachesEnd: rows.count < 2 * reach)
    case .end:
      let rows = try page(nil, .before, 2 * reach)
      return Window(
        rows: rows, anchor: max(0, rows.count - 1), isAnchorThere: !rows.isEmpty, reachesStart: rows.count < 2 * reach,
        reachesEnd: true)
    case .at(let position):
      return try load(current == nil ? .start : .around(position), reach: reach, current: current, page: page)
    case .around(let position):
      let before = try page(position, .before, reach)
      let after = try page(position, .after, reach)
      return Window(
        rows: before + (current.map { [$0] } ?? []) + after, anchor: before.count, isAnchorThere: current != nil,
        reachesStart: before.count < reach, reachesEnd: after.count < reach)
    }
  }
}
