import Screen

/// Which lines of the screen hold what. A small screen drops lines, the least needed first.
struct Layout {
  let size: Size
  let tabs: Int?
  let filter: Int
  /// What stands over a list, by itself.
  let panel: Range<Int>
  let heading: Int
  let list: Range<Int>
  /// What is worth knowing of the row under the cursor, or a notice. With the keys it makes a bar of two lines: a rule
  /// above it would be three bytes a column.
  let detail: Int
  let keys: Int

  /// Below this nothing useful can be shown.
  static let smallest = Size(rows: 10, columns: 40)

  /// The layout of a screen with `panel` lines over the list.
  init(_ size: Size, panel lines: Int = 0) {
    self.size = size
    keys = size.rows - 1
    tabs = 1
    filter = 2
    panel = 3..<(3 + lines)
    heading = panel.upperBound
    detail = size.rows - 2
    list = (heading + 1)..<max(heading + 1, size.rows - 2)
  }

  /// The lines of a view that is no list.
  var body: Range<Int> { 2..<max(2, size.rows - 2) }
}
