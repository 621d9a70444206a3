/// What is read for one purpose: a new read takes the place of the one before.
public enum ReadLane: Hashable, Sendable {
  /// The rows of a view's list.
  case list(ViewID)
  /// The next row that is looked for.
  case find
}

extension Effect {
  /// In which lane it is read; nil for what is done whatever comes after it.
  public var lane: ReadLane? {
    switch self {
    case .loadSessions: .list(.sessions)
    case .loadUsers: .list(.users)
    case .loadAttempts: .list(.attempts)
    case .loadAudit: .list(.audit)
    case .find: .find
    default: nil
    }
  }
}
