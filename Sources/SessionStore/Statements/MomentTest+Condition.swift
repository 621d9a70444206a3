import SessionCore

extension MomentTest {
  /// The test in SQL, over a column of milliseconds.
  func condition(_ column: String, at now: Timestamp) -> Condition {
    switch self {
    case .age(let test): .age(column, test, at: now)
    case .since(let time): Condition("\(column) >= ?", .time(time))
    case .until(let time): Condition("\(column) < ?", .time(time))
    }
  }
}
