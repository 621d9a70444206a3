import SessionCore

/// An act on the database.
public enum Act: Hashable, Sendable {
  /// End one session; of this login.
  case end(SessionID, login: String)
  /// End all sessions of a user.
  case endAll(User.ID, login: String)
  /// Log everybody out.
  case endEverybody
  /// Lock a user and end their sessions.
  case lock(User.ID, login: String)
  /// Unlock a user.
  case unlock(User.ID, login: String)
  /// Forget a user's failed logins.
  case forgive(User.ID, login: String)
  /// Forget the failed logins from a network.
  case forgiveNetwork(IPAddress)
  /// Give a user a one-time code to choose a password with.
  case giveCode(User.ID, login: String)
  /// Remove a user for good.
  case remove(User.ID, login: String)

  /// Whose login it is about, or which network; empty for everybody.
  public var whom: String {
    switch self {
    case .end(_, let login), .endAll(_, let login), .lock(_, let login), .unlock(_, let login), .forgive(_, let login),
      .giveCode(_, let login), .remove(_, let login):
      login
    case .forgiveNetwork(let address): address.isIPv4 ? "\(address)" : "\(address.network)/64"
    case .endEverybody: ""
    }
  }

  /// The sessions that it ends; nil for none.
  public var selection: SessionSelection? {
    switch self {
    case .end(let id, _): .one(id)
    case .endAll(let id, _), .lock(let id, _), .remove(let id, _): .user(id)
    case .endEverybody: .matching(SessionFilter())
    case .unlock, .forgive, .forgiveNetwork, .giveCode: nil
    }
  }

  /// Whether the audit log keeps why it was done.
  var takesReason: Bool { if case .giveCode = self { false } else { true } }

  /// Whether it reaches further than one user's sessions, or cannot be taken back.
  var isGrave: Bool {
    switch self {
    case .endEverybody, .remove: true
    default: false
    }
  }
}

/// What an act did.
public struct Outcome: Equatable, Sendable {
  /// Whether anything changed.
  public var isChanged: Bool
  /// How many sessions ended.
  public var ended: CappedCount
  /// The act to take back; nil when it cannot be.
  public var act: EndAct.ID?
  /// The code that was given out.
  public var slip: CodeSlip?

  /// Makes an outcome from its parts.
  public init(
    isChanged: Bool, ended: CappedCount = CappedCount(found: 0), act: EndAct.ID? = nil, slip: CodeSlip? = nil
  ) {
    self.isChanged = isChanged
    self.ended = ended
    self.act = act
    self.slip = slip
  }
}

/// A one-time code to be handed over. It never prints itself: a state that is printed holds no secret.
public struct CodeSlip: Equatable, Sendable {
  /// For whom it is.
  public let login: String
  /// When it stops working.
  public let expiresAt: Timestamp
  let code: ActivationCode

  /// Makes a slip from its parts.
  public init(login: String, expiresAt: Timestamp, code: ActivationCode) {
    self.login = login
    self.expiresAt = expiresAt
    self.code = code
  }

  /// The same code for the same login.
  public static func == (left: CodeSlip, right: CodeSlip) -> Bool {
    left.login == right.login && left.expiresAt == right.expiresAt && left.code.text == right.code.text
  }
}
