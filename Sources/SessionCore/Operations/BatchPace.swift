/// How many rows a transaction of many changes: as many as take some milliseconds here, since a login that comes meanwhile
/// waits for all of them.
public struct BatchPace: Sendable {
  /// As many rows as a statement takes.
  public static let most = 500
  /// The fewest: below, nearly all of the time goes into the commit.
  private static let least = 3
  /// How long a transaction is to take, in nanoseconds: while nobody else changes anything, and while others do, who then
  /// wait for no longer than it takes to have a login on the disk.
  private static let (alone, amongOthers): (ClosedRange<Int64>, ClosedRange<Int64>) = (
    3_000_000...8_000_000, 700_000...1_500_000
  )

  /// How many rows the next transaction is to change.
  public private(set) var rows: Int
  private let isSteady: Bool
  private var start: Int64 = 0

  /// As many as the machine is fast enough for.
  public init() {
    // Halves and doubles, so that there are few different statements. Who comes by during the first one waits no longer.
    self.rows = Self.most / 32
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
  /// - Parameter amongOthers: whether others change the database as well just now.
  /// - Returns: how long it took, in nanoseconds.
  mutating func end(amongOthers: Bool) -> Int64 {
    let took = Monotonic.nanoseconds - start
    adapt(to: took, amongOthers: amongOthers)
    return took
  }

  mutating func adapt(to took: Int64, amongOthers: Bool) {
    guard !isSteady else { return }
    let wanted = amongOthers ? Self.amongOthers : Self.alone
    if took > wanted.upperBound {
      rows = max(Self.least, rows / 2)
    } else if took < wanted.lowerBound {
      rows = min(Self.most, rows * 2)
    }
  }
}
