import SessionCore

/// An index of `sessions`. Each of them has all that a filter asks of a session, but for its user's login: so what is
/// followed is looked through without the sessions' rows, which are met for what is shown alone. Only the one of simulated
/// sessions has nothing more, and is followed where they are few.
enum SessionIndex: String {
  case byID
  case byOwner = "sessions_by_owner"
  case byClient = "sessions_by_client"
  case byAddress = "sessions_by_address"
  case byEnd = "sessions_by_end"
  case byLastSeen = "sessions_by_last_seen"
  case simulated = "sessions_simulated"
}

/// What each index of sessions has.
let indexedColumns = "s.id, s.user_id, s.last_seen_at, s.expires_at, s.kind, s.address, s.user_agent_id, s.created_by"

/// A part of an index.
struct SessionRange {
  var index: SessionIndex
  /// What the index finds it by.
  var condition: Condition
  /// What it has of what was asked for.
  var extent = Extent.whole

  enum Extent {
    /// That, and nothing else.
    case whole
    /// More than that.
    case more
    /// That, in so many places that to count it beforehand would take long.
    case many
    /// The beginning of that: good for counting up to a limit.
    case beginning
  }
}

extension Dialect {
  /// Has this index followed, and no other. Without statistics SQLite takes any that a condition offers, and then sorts
  /// what it found; a server takes what it guesses.
  func following(_ index: String) -> String { self == .sqlite ? " INDEXED BY \(index)" : " FORCE INDEX (\(index))" }

  func following(_ index: SessionIndex) -> String {
    guard index == .byID else { return following(index.rawValue) }
    return following(self == .sqlite ? "sqlite_autoindex_sessions_1" : "PRIMARY")
  }
}

extension SessionSort {
  /// The index that has sessions in this order.
  var index: SessionIndex {
    switch self {
    case .lastSeen: .byLastSeen
    case .started: .byID
    case .ends: .byEnd
    }
  }

  /// The column that is sorted by before the id; none where the id, which begins with the time, says it all.
  var column: String? {
    switch self {
    case .lastSeen: "s.last_seen_at"
    case .started: nil
    case .ends: "s.expires_at"
    }
  }
}
