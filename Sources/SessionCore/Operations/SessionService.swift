/// The operations on sessions and users. Each change commits together with its audit record, or not at all.
///
/// Takes its store, keys, clock and random source; holds no state of its own. Every operation throws ``StoreError`` when
/// the database cannot answer.
public struct SessionService {
  /// The database.
  public let store: any Store
  /// The site's secrets.
  public let keys: KeyRing
  /// Where the present comes from.
  public let clock: Clock
  /// Where unguessable bytes come from.
  public let random: RandomSource
  /// How passwords are hashed.
  public let hasher: PasswordHasher
  /// How many of them at once; nil for no bound.
  public let gate: HashGate?
  /// Passwords that may not be chosen; nil for the rules alone.
  public let blocklist: Blocklist?

  /// How many rows a transaction of many changes.
  public var pace = BatchPace()

  /// The secret that new proofs are made with.
  public var key: ServerKey { keys.current }

  /// Makes the operations over `store` and `keys`.
  public init(
    store: any Store, keys: KeyRing, clock: Clock = .system, random: RandomSource = .system,
    hasher: PasswordHasher = .least, gate: HashGate? = nil, blocklist: Blocklist? = nil
  ) {
    self.store = store
    self.keys = keys
    self.clock = clock
    self.random = random
    self.hasher = hasher
    self.gate = gate
    self.blocklist = blocklist
  }

  /// Makes one hash's worth of work in turn with all other programs here.
  func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    guard let gate else { return try body() }
    return try gate.withSlot(body)
  }
}
