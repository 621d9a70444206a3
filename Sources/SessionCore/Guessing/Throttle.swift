/// The failures of one account, or of one address, and until when it has to wait.
public struct Throttle: Hashable, Sendable {
  /// What is counted. The numbers stand in the database.
  public enum Scope: UInt8, Sendable, CaseIterable {
    /// An account, for all who come from elsewhere than its user.
    case account = 0
    /// A network address: IPv4 whole, IPv6 by its first 64 bits.
    case address = 1
    /// An account, for the network that its user last logged in from, or for a browser that holds a cookie of theirs:
    /// others cannot keep the user out there.
    case accountFromKnown = 2
  }

  /// Which counter it is: a keyed hash, so that a mistyped name, which may be a password, is not kept.
  public var subject: [UInt8]
  /// What is counted.
  public var scope: Scope
  /// The login as people see it; masked when there is no such user, empty for an address.
  public var login: String
  /// The account's user, when there is one.
  public var userID: User.ID?
  /// The network's first address.
  public var address: IPAddress?
  /// How many failures there were since the last success, or since they were forgotten.
  public var failures: Int
  /// How many attempts were turned away while waiting: they were not looked at.
  public var refused: Int
  /// When the last failure was.
  public var lastAt: Timestamp
  /// Until when every further attempt is turned away.
  public var until: Timestamp

  /// Makes a throttle from its parts.
  public init(
    subject: [UInt8], scope: Scope, login: String, userID: User.ID?, address: IPAddress?, failures: Int, refused: Int,
    lastAt: Timestamp, until: Timestamp
  ) {
    self.subject = subject
    self.scope = scope
    self.login = login
    self.userID = userID
    self.address = address
    self.failures = failures
    self.refused = refused
    self.lastAt = lastAt
    self.until = until
  }

  /// The same with what was counted before. Who it is about is as of now: a user may have been made since.
  func counting(_ known: Throttle?) -> Throttle {
    guard let known else { return self }
    var next = self
    (next.failures, next.refused, next.lastAt, next.until) = (known.failures, known.refused, known.lastAt, known.until)
    return next
  }

  /// The same after one more failure at `now`. Attempts that were turned away do not count, or knocking on would keep a
  /// door shut for ever.
  func failing(at now: Timestamp, under policy: GuessingPolicy) -> Throttle {
    var next = self
    if now - lastAt > GuessingPolicy.memory { (next.failures, next.refused) = (0, 0) }
    next.failures += 1
    next.lastAt = now
    next.until = now + policy.delay(after: next.failures, in: scope)
    return next
  }
}
