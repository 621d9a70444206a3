/// A part of the list of attempts, with those who have to wait, all of one moment.
public struct AttemptAnswer: Equatable, Sendable {
  /// The attempts.
  public var list: ListAnswer<AttemptEntry>
  /// Some of those who have to wait, the longest first. How many they are stands with the totals.
  public var waiting: [Throttle]

  /// Makes an answer from its parts.
  public init(list: ListAnswer<AttemptEntry>, waiting: [Throttle]) {
    self.list = list
    self.waiting = waiting
  }

  /// How many of those who have to wait are listed.
  public static let waitingRows = 20
}

extension SessionService {
  /// The part of the list of attempts to log in around a cursor.
  ///
  /// - Parameters:
  ///   - query: which attempts, in which order.
  ///   - anchor: where, by an attempt's number.
  ///   - cursor: the attempt that the cursor is on.
  ///   - reach: rows to either side.
  /// - Returns: the rows, the counts that belong to them, and who has to wait.
  /// - Throws: ``StoreError``.
  public func attemptWindow(_ query: AttemptQuery, at anchor: WindowAnchor<Int64>, cursor: Int64?, reach: Int) throws
    -> AttemptAnswer
  {
    try store.snapshot {
      let now = clock.now()
      var current: AttemptEntry?
      if anchor.position != nil, let cursor {
        current = try store.attempts(query.filter.and(.number(cursor)), before: nil, limit: 1, at: now).first
      }
      let window = try Window.load(anchor, reach: reach, current: current) { number, direction, limit in
        try store.attempts(query, from: number, direction, limit: limit, at: now)
      }
      return AttemptAnswer(
        list: ListAnswer(
          window: window, matching: try store.countAttempts(query.filter, at: now), totals: try totals(at: now), at: now
        ),
        waiting: try store.throttles(waiting: true, limit: AttemptAnswer.waitingRows, at: now))
    }
  }
}
