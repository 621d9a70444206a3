/// A size in character cells.
public struct Size: Hashable, Sendable {
  /// Lines from top to bottom.
  public var rows: Int
  /// Cells from left to right.
  public var columns: Int

  /// Makes a size; less than one row or column counts as one.
  public init(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
  }
}

/// A place in a frame, from 0 at the top left.
public struct Place: Hashable, Sendable {
  /// The line.
  public var row: Int
  /// The cell in the line.
  public var column: Int

  /// Makes a place from its parts.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
