/// What kind of session it is: which limits hold, and whether a person or the simulator made it.
/// The numbers stand in the database and in each session's proof.
public enum SessionKind: UInt8, Sendable, CaseIterable {
  /// A browser's, gone when the browser forgets it or the limits are reached.
  case browser = 0
  /// A browser's whose user ticked "remember me".
  case remembered = 1
  /// Made by the simulator, never a person's.
  case simulated = 2

  /// The kind's name in filters and in output.
  public var name: String {
    switch self {
    case .browser: "browser"
    case .remembered: "remembered"
    case .simulated: "simulated"
    }
  }
}

/// One user logged in from one client. A value: reading it again is the only way to see a change.
public struct Session: Hashable, Sendable {
  /// What of its user decides over a session.
  public struct Owner: Hashable, Sendable {
    /// The user's login as typed.
    public var login: String
    /// Whether the user may be logged in at all.
    public var state: User.State
    /// Sessions authenticated before this moment are refused: the later of the user's and everybody's.
    public var notBefore: Timestamp

    /// Makes an owner from its parts.
    public init(login: String, state: User.State, notBefore: Timestamp) {
      self.login = login
      self.state = state
      self.notBefore = notBefore
    }
  }

  /// The public id.
  public var id: SessionID
  /// Whose it is.
  public var userID: User.ID
  /// What of its user decides over it.
  public var owner: Owner
  /// What the database keeps of the secret.
  public var proof: Proof
  /// When it was made.
  public var createdAt: Timestamp
  /// When the user last proved who they are.
  public var authenticatedAt: Timestamp
  /// When a request last came, to about a minute.
  public var lastSeenAt: Timestamp
  /// When it ends whatever happens.
  public var absoluteExpiresAt: Timestamp
  /// When it ends if nothing happens: the earlier of the absolute limit and the idle one.
  public var expiresAt: Timestamp
  /// What kind it is.
  public var kind: SessionKind
  /// Where it was made from; nil when that is not known.
  public var address: IPAddress?
  /// What the client called itself, as it sent it: text from a stranger.
  public var userAgent: String
  /// What vouches for when it ends.
  public var seal: SessionSeal
  /// Who made it for its user: empty for the user, else the simulator's operator.
  public var createdBy: String

  /// Makes a session from its parts.
  public init(
    id: SessionID, userID: User.ID, owner: Owner, proof: Proof, createdAt: Timestamp, authenticatedAt: Timestamp,
    lastSeenAt: Timestamp, absoluteExpiresAt: Timestamp, expiresAt: Timestamp, kind: SessionKind, address: IPAddress?,
    userAgent: String, createdBy: String, seal: SessionSeal = .none
  ) {
    self.id = id
    self.userID = userID
    self.owner = owner
    self.proof = proof
    self.createdAt = createdAt
    self.authenticatedAt = authenticatedAt
    self.lastSeenAt = lastSeenAt
    self.absoluteExpiresAt = absoluteExpiresAt
    self.expiresAt = expiresAt
    self.kind = kind
    self.address = address
    self.userAgent = userAgent
    self.createdBy = createdBy
    self.seal = seal
  }
}

extension Session {
  /// Whether the session still authenticates its bearer at `now`.
  ///
  /// The one rule that the login check, the lists, the counts and the sweep share; SessionStore has it once more in
  /// SQL, and a property test holds the two together.
  public func isLive(at now: Timestamp) -> Bool {
    // The proof vouches for the absolute limit and not for the other one, which moves with every request: a row edited
    // by hand must not outlive it.
    now < expiresAt && now < absoluteExpiresAt && owner.state == .active && authenticatedAt >= owner.notBefore
  }
}
