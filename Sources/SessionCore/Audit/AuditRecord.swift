/// One line of the audit log: who did what to whom, and why. Appended, never changed.
public struct AuditRecord: Hashable, Sendable {
  /// What was done. The texts stand in the database.
  public enum Action: String, Sendable, CaseIterable {
    /// A user logged in.
    case login = "login"
    /// A user logged out.
    case logout = "logout"
    /// Sessions were ended by an administrator.
    case endSession = "end session"
    /// A user was made.
    case addUser = "add user"
    /// A user was taken over from a legacy table.
    case importUser = "import user"
    /// A user was locked and their sessions ended.
    case lockUser = "lock user"
    /// A user was unlocked.
    case unlockUser = "unlock user"
    /// A user was removed and their sessions ended.
    case removeUser = "remove user"
    /// A user's password was changed.
    case setPassword = "set password"
    /// An activation code was given out.
    case giveCode = "give code"
    /// A user's own number of sessions was set.
    case setMaximum = "set maximum"
    /// Sessions that an act had ended live again.
    case restore = "restore sessions"
    /// A session was made to be over, as if its time had come.
    case expire = "expire session"
    /// Sessions were let last, as if they had been used.
    case extend = "extend session"
    /// Another act than an end of sessions was taken back.
    case undo = "undo"
    /// Everybody was logged out.
    case endAll = "end all sessions"
    /// Failed logins were forgotten.
    case forgive = "forgive"
    /// The limits of sessions were changed.
    case setPolicy = "set policy"
    /// The server's key was replaced.
    case rotateKey = "rotate key"
    /// The oldest entries of this log were removed.
    case pruneAudit = "prune audit"
    /// A backup took the database's place.
    case restoreBackup = "restore backup"
    /// All rows moved from one database to another.
    case move = "move"
    /// Made-up users or sessions were added, for a demonstration.
    case populate = "populate"
    /// Sessions past their limits were moved away.
    case sweep = "sweep"
  }

  /// When.
  public var at: Timestamp
  /// By whom.
  public var actor: Actor
  /// What.
  public var action: Action
  /// To which user.
  public var user: User.ID?
  /// To which session.
  public var session: SessionID?
  /// Why, and what else is worth knowing.
  public var reason: String

  /// Makes a record from its parts.
  public init(
    at: Timestamp, actor: Actor, action: Action, user: User.ID? = nil, session: SessionID? = nil, reason: String = ""
  ) {
    self.at = at
    self.actor = actor
    self.action = action
    self.user = user
    self.session = session
    self.reason = reason
  }

  /// The record's link in the chain: SHA-256 over the link before it and every field, each with its length, so that no
  /// two records give the same bytes. 32 bytes.
  public func hash(after previous: [UInt8]) -> [UInt8] {
    var message = previous
    func add(_ bytes: [UInt8]) {
      let count = UInt32(bytes.count)
      message += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) } + bytes
    }
    add(Array(String(at.milliseconds).utf8))
    for text in [actor.name, actor.terminal, actor.address, action.rawValue] { add(Array(text.utf8)) }
    add(user.map { Array(String($0.rawValue).utf8) } ?? [])
    add(session?.bytes ?? [])
    add(Array(reason.utf8))
    return SHA256.digest(of: message)
  }
}

/// A record with the number that the log gave it.
public struct AuditEntry: Hashable, Sendable {
  /// The number, growing by one.
  public var number: Int64
  /// The record.
  public var record: AuditRecord

  /// Makes an entry from its parts.
  public init(number: Int64, record: AuditRecord) {
    self.number = number
    self.record = record
  }
}
