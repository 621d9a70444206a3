import Screen

/// Which lines of the screen hold what. A small screen drops lines, the least needed first.
struct Layout {
  let size: Size
  let tabs: Int?
  let filter: Int
  let heading: Int
  let list: Range<Int>
  let rule: Int?
  let detail: Int?
  let keys: Int

  /// Below this nothing useful can be shown.
  static let smallest = Size(rows: 10, columns: 40)

  init(_ size: Size) {
    self.size = size
    keys = size.rows - 1
    let isTall = size.rows >= 16
    tabs = 1
    filter = 2
    heading = 3
    rule = isTall ? size.rows - 3 : nil
    detail = size.rows - 2
    list = 4..<max(4, isTall ? size.rows - 3 : size.rows - 2)
  }

  /// The lines of a view that is no list.
  var body: Range<Int> { 2..<max(2, size.rows - 2) }
}
