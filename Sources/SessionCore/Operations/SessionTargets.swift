/// What can be done to sessions.
public enum SessionAct: Hashable, Sendable {
  /// End them, as an administrator.
  case end
  /// Let them be over, as if nobody had used them for too long.
  case expire
  /// Let them last, as if a request had come now; never past their absolute limit.
  case extend

  /// As what it is kept, to be taken back.
  public var kind: DoneAct.Kind {
    switch self {
    case .end: .end
    case .expire: .expire
    case .extend: .extend
    }
  }

  var auditAction: AuditRecord.Action {
    switch self {
    case .end: .endSession
    case .expire: .expire
    case .extend: .extend
    }
  }
}

/// Which sessions an act is about.
public enum SessionTargets: Hashable, Sendable {
  /// Those that were looked at, and only as they were looked at.
  case listed([SessionLook])
  /// All of a user's.
  case user(User.ID)
  /// All that a filter selected at a moment and that are still live: nobody who came later is caught. Nil is the moment
  /// of the act.
  case matching(SessionFilter, asOf: Timestamp?)
}
