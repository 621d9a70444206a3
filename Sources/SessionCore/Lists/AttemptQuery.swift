/// Which attempts a list shows, and in which order.
public struct AttemptQuery: Hashable, Sendable {
  /// Which attempts.
  public var filter: AttemptFilter
  /// Newest first.
  public var descending: Bool

  /// Makes a query from its parts.
  public init(filter: AttemptFilter = AttemptFilter(), descending: Bool = true) {
    self.filter = filter
    self.descending = descending
  }
}
