/// The operations on sessions and users. Each change commits together with its audit record, or not at all.
///
/// Takes its store, key, clock and random source; holds no state of its own. Every operation throws ``StoreError`` when
/// the database cannot answer.
public struct SessionService {
  /// The database.
  public let store: any Store
  /// The site's secret.
  public let key: ServerKey
  /// Where the present comes from.
  public let clock: Clock
  /// Where unguessable bytes come from.
  public let random: RandomSource
  /// How passwords are hashed.
  public let hasher: PasswordHasher

  /// Makes the operations over `store` and `key`.
  public init(
    store: any Store, key: ServerKey, clock: Clock = .system, random: RandomSource = .system,
    hasher: PasswordHasher = .least
  ) {
    self.store = store
    self.key = key
    self.clock = clock
    self.random = random
    self.hasher = hasher
  }
}
