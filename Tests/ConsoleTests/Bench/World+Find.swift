import Console
import SessionCore

extension World {
  /// The next row after or before a place, over the list's end if need be.
  func find(_ request: FindRequest, _ now: Timestamp) -> FoundRow? {
    switch request {
    case .sessions(let query, let position, let direction):
      let rows = live(now).filter { query.filter.selects($0, at: now) }
      return next(rows, direction, query.descending, from: position.map { ($0.time, $0.id) }) { session in
        let position = query.position(of: session)
        return (position.time, position.id)
      }.map { FoundRow(.session($0), isWrapped: $1) }
    case .users(let query, let position, let direction):
      let rows = users.filter { query.filter.selects($0.user, scheme: "argon2id", at: now) }
      return next(rows, direction, query.descending, from: position.map { ($0.key, "") }) { ($0.user.login.key, "") }
        .map { FoundRow(.user($0), isWrapped: $1) }
    case .attempts(let query, let number, let direction):
      let rows = attempts.filter { entry in
        query.filter.selects(entry, key: users.first { $0.user.id == entry.attempt.userID }?.user.login.key, at: now)
      }
      return next(rows, direction, query.descending, from: number.map { ($0, 0) }) { ($0.number, 0) }
        .map { FoundRow(.attempt($0), isWrapped: $1) }
    case .audit(let query, let number, let direction):
      let rows = audit.filter { query.filter.selects($0, key: $0.login.flatMap { Login.key(for: $0) }, at: now) }
      return next(rows, direction, query.descending, from: number.map { ($0, 0) }) { ($0.rowID, 0) }
        .map { FoundRow(.audit($0), isWrapped: $1) }
    }
  }

  private func next<Row, A: Comparable, B: Comparable>(
    _ rows: [Row], _ direction: PageDirection, _ isDescending: Bool, from place: (A, B)?, _ key: (Row) -> (A, B)
  ) -> (Row, Bool)? {
    let isUp = isDescending == (direction == .before)
    let sorted = rows.sorted { isUp ? key($0) < key($1) : key($0) > key($1) }
    guard let place else { return sorted.first.map { ($0, false) } }
    if let row = sorted.first(where: { isUp ? key($0) > place : key($0) < place }) { return (row, false) }
    return sorted.first.map { ($0, true) }
  }
}
