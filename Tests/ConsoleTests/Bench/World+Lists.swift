import Console
import SessionCore

extension World {
  func window(
    _ query: UserQuery, _ anchor: WindowAnchor<UserPosition>, _ cursor: User.ID?, _ reach: Int, _ now: Timestamp
  ) -> ListAnswer<UserListing> {
    func isBefore(_ left: UserPosition, _ right: UserPosition) -> Bool {
      // Who has no moment comes before all who have one.
      if query.sort != .login {
        let (left, right) = ((left.time?.milliseconds ?? -1, left.id), (right.time?.milliseconds ?? -1, right.id))
        return query.descending ? left > right : left < right
      }
      return query.descending ? left.key > right.key : left.key < right.key
    }
    let rows = users.filter { query.filter.selects($0.user, scheme: "argon2id", at: now) }
      .sorted { isBefore(query.position(of: $0.user), query.position(of: $1.user)) }
    var anchor = anchor
    let current = rows.first { $0.user.id == cursor }
    if case .around = anchor, let current { anchor = .around(query.position(of: current.user)) }
    let window = Window.load(anchor, reach: reach, current: current) { position, direction, limit in
      rows.page(position, direction, limit) {
        isBefore($1, query.position(of: $0.user))
      } isSame: {
        query.position(of: $0.user) == $1
      }
    }
    return ListAnswer(window: window, matching: CappedCount(found: rows.count), totals: totals(now), at: now)
  }

  func window(
    _ query: AttemptQuery, _ anchor: WindowAnchor<Int64>, _ cursor: Int64?, _ reach: Int, _ now: Timestamp
  ) -> AttemptAnswer {
    let rows = attempts.filter { entry in
      query.filter.selects(
        entry, key: users.first { $0.user.id == entry.attempt.userID }?.user.login.key, at: now)
    }
    return AttemptAnswer(
      list: answer(rows, query.descending, anchor, cursor, reach, now),
      waiting: Array(waiting(now).prefix(AttemptAnswer.waitingRows)))
  }

  func window(
    _ query: AuditQuery, _ anchor: WindowAnchor<Int64>, _ cursor: Int64?, _ reach: Int, _ now: Timestamp
  ) -> AuditAnswer {
    let rows = audit.filter { listing in
      query.filter.selects(listing, key: listing.login.flatMap { Login.key(for: $0) }, at: now)
    }
    return AuditAnswer(
      list: answer(rows, query.descending, anchor, cursor, reach, now),
      end: auditEnd ?? .sealed(audit.map(\.entry.number).max() ?? 0))
  }

  /// A list by number.
  private func answer<Row: ListRow>(
    _ all: [Row], _ descending: Bool, _ anchor: WindowAnchor<Int64>, _ cursor: Int64?, _ reach: Int, _ now: Timestamp
  ) -> ListAnswer<Row> where Row.RowID == Int64 {
    let rows = all.sorted { descending ? $0.rowID > $1.rowID : $0.rowID < $1.rowID }
    let window = Window.load(anchor, reach: reach, current: rows.first { $0.rowID == cursor }) {
      number, direction, limit in
      rows.page(number, direction, limit) {
        descending ? $0.rowID < $1 : $0.rowID > $1
      } isSame: {
        $0.rowID == $1
      }
    }
    return ListAnswer(window: window, matching: CappedCount(found: rows.count), totals: totals(now), at: now)
  }
}
