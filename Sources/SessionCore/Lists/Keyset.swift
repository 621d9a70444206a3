/// By what sessions are sorted; the id decides between equals.
public enum SessionSort: String, Sendable, CaseIterable {
  /// By the last request.
  case lastSeen = "last-seen"
  /// By the time of login.
  case started
  /// By the time they end if nothing happens.
  case ends
}

/// A list's order and filter: with a position, it says which rows come next, however many there are.
public struct SessionQuery: Hashable, Sendable {
  /// Which sessions.
  public var filter: SessionFilter
  /// In which order.
  public var sort: SessionSort
  /// Largest first.
  public var descending: Bool

  /// Makes a query from its parts.
  public init(filter: SessionFilter = SessionFilter(), sort: SessionSort = .lastSeen, descending: Bool = true) {
    self.filter = filter
    self.sort = sort
    self.descending = descending
  }

  /// Where `session` stands in this order.
  public func position(of session: Session) -> SessionPosition {
    let time =
      switch sort {
      case .lastSeen: session.lastSeenAt
      case .started: session.createdAt
      case .ends: session.expiresAt
      }
    return SessionPosition(time: time, id: session.id)
  }
}

/// A place in an ordered list of sessions.
public struct SessionPosition: Hashable, Sendable {
  /// The sorted column's value.
  public var time: Timestamp
  /// What decides between equals.
  public var id: SessionID

  /// Makes a position from its parts.
  public init(time: Timestamp, id: SessionID) {
    self.time = time
    self.id = id
  }
}

/// Which way a page goes from its position.
public enum PageDirection: Sendable {
  /// The rows after the position, in the list's order.
  case after
  /// The rows before it, still in the list's order.
  case before
}

/// A count that stops early, so that no list is ever counted whole.
public struct CappedCount: Hashable, Sendable {
  /// Where counts stop.
  public static let cap = 10_000
  /// A cap that no count reaches: what is asked for with it is counted to its end, and takes as long as there is of it.
  public static let uncapped = Int.max - 1

  /// The count, at most ``cap`` where no other one was asked for.
  public var value: Int
  /// Whether there are more than were counted.
  public var isCapped: Bool

  /// Makes a count from what was found when one more than ``cap`` was asked for.
  public init(found: Int) { self.init(found: found, cap: Self.cap) }

  /// Makes a count from what was found when one more than `cap` was asked for.
  public init(found: Int, cap: Int) {
    self.value = min(found, cap)
    self.isCapped = found > cap
  }

  /// Makes a count of what was done to its end, however many they are.
  public init(exactly count: Int) {
    self.value = count
    self.isCapped = false
  }

  /// The count as people read it: `312`, `10000+`.
  public var text: String { isCapped ? "\(value)+" : "\(value)" }
}
