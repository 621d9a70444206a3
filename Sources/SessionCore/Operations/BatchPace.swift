/// How many rows a transaction of many changes: as many as take some milliseconds here, since a login that comes meanwhile
/// waits for all of them.
public struct BatchPace: Sendable {
  /// As many rows as a statement takes.
  public static let most = 500
  /// The fewest: below, most of the time goes into the commit.
  private static let least = 15

  /// How many rows the next transaction is to change.
  public private(set) var rows: Int
  private let isSteady: Bool
  private var start: Int64 = 0

  /// As many as the machine is fast enough for.
  public init() {
    // Halves and doubles, so that there are few different statements.
    self.rows = Self.most / 4
    self.isSteady = false
  }

  /// The same number each time, however long they take.
  public init(steady rows: Int) {
    self.rows = rows
    self.isSteady = true
  }

  /// Notes that a transaction has its lock.
  mutating func begin() { start = Monotonic.nanoseconds }

  /// Notes that it is over.
  ///
  /// - Returns: how long it took, in nanoseconds.
  mutating func end() -> Int64 {
    let took = Monotonic.nanoseconds - start
    adapt(to: took)
    return took
  }

  /// Aims at 3 to 8 ms a transaction.
  mutating func adapt(to took: Int64) {
    guard !isSteady else { return }
    if took > 8_000_000 {
      rows = max(Self.least, rows / 2)
    } else if took < 3_000_000 {
      rows = min(Self.most, rows * 2)
    }
  }
}
