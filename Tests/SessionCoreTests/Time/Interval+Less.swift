import SessionCore

extension Interval {
  /// A length less another, for tests that stand just before an edge.
  static func - (left: Interval, right: Interval) -> Interval {
    Interval(milliseconds: left.milliseconds - right.milliseconds)
  }
}
