/// A person who may log in.
public struct User: Hashable, Sendable {
  /// A user's number in the database.
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: Int64
    /// Takes a number.
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// The number that no user has.
    static let nobody = ID(rawValue: 0)
    /// Older users have smaller numbers.
    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether the user may log in. The numbers stand in the database.
  public enum State: UInt8, Sendable, CaseIterable {
    /// May log in.
    case active = 0
    /// May not log in until unlocked; has no live session.
    case locked = 1
  }

  /// The user's number.
  public var id: ID
  /// The name to log in with.
  public var login: Login
  /// Whether the user may log in.
  public var state: State
  /// Sessions authenticated before this moment are refused.
  public var notBefore: Timestamp
  /// When the account was made.
  public var createdAt: Timestamp
  /// When the user last logged in; nil for never.
  public var lastLoginAt: Timestamp?
  /// From where the user last logged in.
  public var lastLoginFrom: IPAddress?
  /// How many sessions the user may have at once; nil for what the policy says.
  public var maximumSessions: Int?
  /// Grows by one with every change: an act on a stale copy is noticed.
  public var version: Int64

  /// Makes a user from its parts.
  public init(
    id: ID, login: Login, state: State, notBefore: Timestamp, createdAt: Timestamp, lastLoginAt: Timestamp?,
    lastLoginFrom: IPAddress?, maximumSessions: Int? = nil, version: Int64
  ) {
    self.id = id
    self.login = login
    self.state = state
    self.notBefore = notBefore
    self.createdAt = createdAt
    self.lastLoginAt = lastLoginAt
    self.lastLoginFrom = lastLoginFrom
    self.maximumSessions = maximumSessions
    self.version = version
  }
}

/// A user as a list shows it.
public struct UserListing: Hashable, Sendable {
  /// The user.
  public var user: User
  /// How many of the user's sessions are live, counted up to ``liveSessionsCap``.
  public var liveSessions: Int
  /// Failed logins that are not forgotten yet.
  public var failures: Int
  /// Until when further attempts are turned away, for some of those who try; nil when nobody has to wait.
  public var waitsUntil: Timestamp?
  /// Where the count in a list stops: one user may hold a million.
  public static let liveSessionsCap = 1000

  /// Makes a listing from its parts.
  public init(user: User, liveSessions: Int, failures: Int = 0, waitsUntil: Timestamp? = nil) {
    self.user = user
    self.liveSessions = liveSessions
    self.failures = failures
    self.waitsUntil = waitsUntil
  }
}
