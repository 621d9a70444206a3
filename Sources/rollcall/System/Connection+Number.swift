import SessionStore

extension Connection {
  /// The number that a query answers; 0 when it answers nothing.
  func number(_ sql: String) throws -> Int64 {
    var number: Int64 = 0
    try query(sql, []) { number = $0.integer(0) }
    return number
  }
}
