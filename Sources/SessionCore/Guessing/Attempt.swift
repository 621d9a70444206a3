/// One login attempt and what came of it.
public struct Attempt: Hashable, Sendable {
  /// What came of it. The numbers stand in the database.
  public enum Outcome: UInt8, Sendable, CaseIterable {
    /// Logged in.
    case loggedIn = 0
    /// The password was wrong.
    case wrongPassword = 1
    /// There is no such user.
    case unknownUser = 2
    /// The user is locked.
    case locked = 3
    /// The user has no password that works, and needs an activation code.
    case needsCode = 4
    /// The user has as many sessions as they may.
    case tooManySessions = 5
    /// An activation code was wrong or too old.
    case wrongCode = 6

    /// The outcome's name in filters and in output.
    public var name: String {
      switch self {
      case .loggedIn: "ok"
      case .wrongPassword: "wrong-password"
      case .unknownUser: "unknown-user"
      case .locked: "locked"
      case .needsCode: "needs-code"
      case .tooManySessions: "too-many-sessions"
      case .wrongCode: "wrong-code"
      }
    }
  }

  /// When.
  public var at: Timestamp
  /// The login as typed; masked when there is no such user, for people type passwords there.
  public var login: String
  /// The user, when there is one.
  public var userID: User.ID?
  /// From where.
  public var address: IPAddress?
  /// What the client called itself.
  public var userAgent: String
  /// What came of it.
  public var outcome: Outcome
  /// Who simulated it; empty for what nobody simulated.
  public var simulatedBy: String

  /// Makes an attempt from its parts.
  public init(
    at: Timestamp, login: String, userID: User.ID?, address: IPAddress?, userAgent: String, outcome: Outcome,
    simulatedBy: String = ""
  ) {
    self.at = at
    self.login = login
    self.userID = userID
    self.address = address
    self.userAgent = userAgent
    self.outcome = outcome
    self.simulatedBy = simulatedBy
  }

  /// What is kept of a login that nobody has: its first character and no more (OWASP ASVS 5.0, 16.2.5).
  static func masked(_ login: String) -> String { login.unicodeScalars.first.map { "\(Character($0))…" } ?? "" }
}

/// An attempt with the number that the list gave it.
public struct AttemptEntry: Hashable, Sendable {
  /// The number, growing.
  public var number: Int64
  /// The attempt.
  public var attempt: Attempt

  /// Makes an entry from its parts.
  public init(number: Int64, attempt: Attempt) {
    self.number = number
    self.attempt = attempt
  }
}
