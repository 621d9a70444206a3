// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  /// Rows of one look along the table: some milliseconds, however few of them match.
  private static let stretch = 5000

  public func stretch(
    of filter: SessionFilter, asOf moment: Timestamp, after id: SessionID?, limit: Int, at now: Timestamp
  ) throws -> SessionStretch {
    // A clause with few rows behind it has them all at once: its index is entered at the first look alone.
    if id == nil, case .through(let number) = try route(of: filter, along: "s.id", at: moment) {
      let selected = Condition.selected(filter, asOf: moment, by: .through(number), at: now)
      let ids = try ids(selected, by: "+s.id", limit: limit)
      return SessionStretch(ids: ids, end: ids.count < limit ? nil : ids.last)
    }
    let first = SQLValue.blob(id?.bytes ?? [UInt8](repeating: 0, count: 16))
    let past = SQLValue.id(SessionID.first(at: moment + Interval(milliseconds: 1)))
    let end = try database.first(
      "SELECT id FROM sessions WHERE id > ? AND id < ? ORDER BY id LIMIT 1 OFFSET ?",
      [first, past, .integer(Int64(Self.stretch - 1))]
    ) { SessionID(bytes: $0.blob(0)) }
    let last = end ?? nil
    let selected = Condition.selected(filter, asOf: moment, by: .along("s.id"), at: now)
    let within = Condition("s.id > ? AND s.id <= ?", first, last.map { .id($0) } ?? past)
    let ids = try ids(selected && within, by: "s.id", limit: limit)
    return SessionStretch(ids: ids, end: ids.count < limit ? last : ids.last)
  }

  private func ids(_ condition: Condition, by order: String, limit: Int) throws -> [SessionID] {
    try database.all(
      "SELECT s.id FROM \(sessionTables) WHERE \(condition.sql) ORDER BY \(order) LIMIT ?",
      condition.arguments + [.integer(Int64(limit))]
    ) { SessionID(bytes: $0.blob(0)) }.compactMap { $0 }
  }
}
