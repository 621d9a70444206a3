import SessionCore

/// Which sessions an act of the console is about.
public enum SessionScope: Hashable, Sendable {
  /// The one under the cursor, as it was looked at.
  case one(SessionLook)
  /// Those that were marked, as they were looked at.
  case marked([SessionLook])
  /// All that a filter selects, which was typed so.
  case matching(SessionFilter, text: String)
}

/// Which users an act of the console is about.
public enum UserScope: Hashable, Sendable {
  /// The one under the cursor, as they were looked at.
  case one(UserLook)
  /// Those that were marked, as they were looked at.
  case marked([UserLook])
  /// All that a filter selects, which was typed so.
  case matching(UserFilter, text: String)
}

extension SessionScope {
  /// The same for the core; what a filter selects is what it selected when somebody looked.
  public func targets(asOf moment: Timestamp?) -> SessionTargets {
    switch self {
    case .one(let look): .listed([look])
    case .marked(let looks): .listed(looks)
    case .matching(let filter, text: _): .matching(filter, asOf: moment)
    }
  }

  /// Whose it is, where it is one; else the filter, or nothing.
  var whom: String {
    switch self {
    case .one(let look): look.login
    case .marked: ""
    case .matching(_, let text): text
    }
  }
}

extension UserScope {
  /// The same for the core; whom a filter selects was there when `last` was the newest user.
  public func targets(upTo last: User.ID?) -> UserTargets {
    switch self {
    case .one(let look): .listed([look])
    case .marked(let looks): .listed(looks)
    case .matching(let filter, text: _): .matching(last.map { filter.and(.upTo($0)) } ?? filter)
    }
  }

  /// Who it is, where it is one; else the filter, or nothing.
  var whom: String {
    switch self {
    case .one(let look): look.login
    case .marked: ""
    case .matching(_, let text): text
    }
  }

  var isOne: Bool { if case .one = self { true } else { false } }
}
