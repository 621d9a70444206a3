import SessionCore

/// An act on the database.
public enum Act: Hashable, Sendable {
  /// End sessions, let them be over, or let them last.
  case sessions(SessionAct, SessionScope)
  /// End users' sessions, lock, unlock or forgive them.
  case users(UserAct, UserScope)
  /// Log everybody out.
  case endEverybody
  /// Forget the failed logins from a network.
  case forgiveNetwork(IPAddress)
  /// Give a user a one-time code to choose a password with.
  case giveCode(UserLook)
  /// Remove a user.
  case remove(UserLook)
  /// Make a user of this login.
  case addUser(login: String)

  /// As what it is kept, to be taken back.
  public var kind: DoneAct.Kind {
    switch self {
    case .sessions(let act, _): act.kind
    case .users(let act, _): act.kind
    case .endEverybody: .endEverybody
    case .forgiveNetwork: .forgive
    case .giveCode: .giveCode
    case .remove: .remove
    case .addUser: .addUser
    }
  }

  /// Whose login it is about, or which network or filter; empty for everybody and for those that were marked.
  public var whom: String {
    switch self {
    case .sessions(_, let scope): scope.whom
    case .users(_, let scope): scope.whom
    case .giveCode(let look), .remove(let look): look.login
    case .addUser(let login): login
    case .forgiveNetwork(let address): address.isIPv4 ? "\(address)" : "\(address.network)/64"
    case .endEverybody: ""
    }
  }

  /// Whether what it would do is found out before it is done.
  public var isPreviewed: Bool {
    switch self {
    case .sessions, .endEverybody, .remove: true
    case .users(.endAll, _), .users(.lock, _): true
    case .users(_, let scope): !scope.isOne
    case .forgiveNetwork, .giveCode, .addUser: false
    }
  }

  /// What it does to the operator's own sessions.
  enum OwnGuard {
    /// Nothing that hurts.
    case none
    /// It leaves them unless it is told not to.
    case spares
    /// It cannot leave them: whoever does it has to mean it.
    case cannotSpare
  }

  var ownGuard: OwnGuard {
    switch self {
    case .sessions(.extend, _): .none
    case .sessions: .spares
    case .users(.endAll, _): .spares
    case .users(.lock, _), .endEverybody, .remove: .cannotSpare
    case .users, .forgiveNetwork, .giveCode, .addUser: .none
    }
  }

  /// Whether a filter says which sessions it is about, rather than somebody who names them.
  public var reachesByFilter: Bool { if case .sessions(_, .matching) = self { true } else { false } }

  /// Whether the audit log keeps why it was done.
  var takesReason: Bool { if case .giveCode = self { false } else { true } }

  /// Whether it reaches further than one user's sessions and is not easily made good.
  var isGrave: Bool {
    switch self {
    case .endEverybody, .remove: true
    default: false
    }
  }

  /// The filter by which its rows are found, as it was typed; nil where it is about rows that were looked at.
  var filterText: String? {
    switch self {
    case .sessions(_, .matching(_, let text)), .users(_, .matching(_, let text)): text
    default: nil
    }
  }
}

/// An act, and how it is to be done.
public struct Order: Hashable, Sendable {
  /// What.
  public var act: Act
  /// Why.
  public var reason: String
  /// Whether the operator's own sessions end as well.
  public var endsOwn: Bool
  /// When what it would do was looked at: who came later is not meant.
  public var asOf: Timestamp?
  /// Who was the newest user then: who was added later is not meant.
  public var lastUser: User.ID?

  /// Makes an order from its parts.
  public init(_ act: Act, reason: String = "", endsOwn: Bool = false, asOf: Timestamp? = nil, lastUser: User.ID? = nil)
  {
    self.act = act
    self.reason = reason
    self.endsOwn = endsOwn
    self.asOf = asOf
    self.lastUser = lastUser
  }
}
