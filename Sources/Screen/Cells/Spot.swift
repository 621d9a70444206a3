/// A part of a line that means something to the mouse.
struct Spot: Hashable, Sendable {
  let name: String
  let row: Int
  let columns: Range<Int>
}

extension Frame {
  /// Gives a part of a line a name for the mouse; what is named later lies over what was named before.
  public mutating func mark(_ name: String, row: Int, columns: Range<Int>? = nil) {
    spots.append(Spot(name: name, row: row, columns: columns ?? 0..<size.columns))
  }

  /// The name of what is at a place; nil where nothing is.
  public func spot(at place: Place) -> String? {
    spots.last { $0.row == place.row && $0.columns.contains(place.column) }?.name
  }
}
