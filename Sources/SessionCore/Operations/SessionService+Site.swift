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
      store: store, keys: try KeyRing(file: setting(Configuration.Setting.key.variable) ?? database.keyPath),
      hasher: hasher.peppered(try setting(Configuration.Setting.pepper.variable).map(PepperRing.init(file:))),
      gate: try HashGate(of: database, setting: setting),
      blocklist: setting(Configuration.Setting.blocklist.variable).map(Blocklist.init(path:)))
  }
}

extension HashGate {
  /// The gate that the operator has set for `database`; `setting` is what is set for a variable.
  ///
  /// - Throws: ``KeyFileError`` when it would stand beside a key file that nobody names.
  public init(of database: DatabaseAddress, setting: (String) -> String?) throws(KeyFileError) {
    let slots = setting(Configuration.Setting.hashSlots.variable).flatMap { Int($0) }
    if let path = setting(Configuration.Setting.gate.variable) {
      self.init(path: path, slots: slots)
    } else {
      self.init(path: try database.gatePath(key: setting(Configuration.Setting.key.variable)), slots: slots)
    }
  }
}
