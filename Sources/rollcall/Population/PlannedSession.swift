import SessionCore

/// A session that is going to be made. 16 bytes: a plan holds ten million of them.
struct PlannedSession {
  /// When it began, in 48 bits, the place and the kind.
  private let beginning: UInt64
  /// How long after that it was seen last, in 40 bits, and whose it is.
  private let rest: UInt64

  init(person: Int32, place: UInt8, kind: SessionKind, createdAt: Timestamp, lastSeenAt: Timestamp) {
    let length = UInt64(max(0, (lastSeenAt - createdAt).milliseconds))
    beginning = UInt64(max(0, createdAt.milliseconds)) << 16 | UInt64(place) << 8 | UInt64(kind.rawValue)
    rest = length << 24 | UInt64(person)
  }

  /// Whose, by their place in the list of people.
  var person: Int32 { Int32(rest & 0xFF_FFFF) }
  /// Where from, by its place in the list of that person's.
  var place: UInt8 { UInt8(truncatingIfNeeded: beginning >> 8) }
  var kind: SessionKind { SessionKind(rawValue: UInt8(truncatingIfNeeded: beginning)) ?? .browser }
  var createdAt: Timestamp { Timestamp(milliseconds: Int64(beginning >> 16)) }
  var lastSeenAt: Timestamp { createdAt + Interval(milliseconds: Int64(rest >> 24)) }
}

/// A session that is going to be made and ended.
struct PlannedEnding {
  let session: PlannedSession
  let how: Ending.How
  let at: Timestamp
}
