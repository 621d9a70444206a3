import SessionCore

/// A session that is going to be made. Small: a plan holds a million of them.
struct PlannedSession {
  /// Whose, by their place in the list of people.
  let person: Int32
  /// Where from, by its place in the list of that person's.
  let place: UInt8
  let kind: SessionKind
  let createdAt: Timestamp
  let lastSeenAt: Timestamp
}

/// A session that is going to be made and ended.
struct PlannedEnding {
  let session: PlannedSession
  let how: Ending.How
  let at: Timestamp
}
