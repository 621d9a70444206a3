/// A user that was made up, for a demonstration or a measurement.
public struct InventedUser: Hashable, Sendable {
  /// The name to log in with.
  public var login: Login
  /// When the account was made.
  public var createdAt: Timestamp
  /// When the user last logged in; nil for never.
  public var lastLoginAt: Timestamp?
  /// From where.
  public var lastLoginFrom: IPAddress?

  /// Makes a user from its parts.
  public init(login: Login, createdAt: Timestamp, lastLoginAt: Timestamp?, lastLoginFrom: IPAddress?) {
    self.login = login
    self.createdAt = createdAt
    self.lastLoginAt = lastLoginAt
    self.lastLoginFrom = lastLoginFrom
  }
}
