extension SessionService {
  /// The operations over `store` with the key and all else that the operator has set for `database`.
  ///
  /// - Parameters:
  ///   - store: the database.
  ///   - database: where it is; the files that nobody names stand beside it.
  ///   - setting: what is set for a variable, such as `ROLLCALL_KEY`; nil for nothing.
  ///   - hasher: how passwords are hashed.
  /// - Throws: ``KeyFileError`` when the key, or a pepper that is set, cannot be used.
  public init(
    store: any Store, of database: DatabaseAddress, setting: (String) -> String?, hasher: PasswordHasher = .least
  ) throws {
    self.init(
      store: store, keys: try KeyRing(file: setting("ROLLCALL_KEY") ?? database.keyPath),
      hasher: hasher.peppered(try setting("ROLLCALL_PEPPER").map(PepperRing.init(file:))),
      gate: HashGate(
        path: setting("ROLLCALL_GATE") ?? database.gatePath, slots: setting("ROLLCALL_HASH_SLOTS").flatMap { Int($0) }),
      blocklist: setting("ROLLCALL_BLOCKLIST").map(Blocklist.init(path:)))
  }
}
