/// A link of the audit log's chain.
public struct AuditLink: Hashable, Sendable {
  /// The entry's number.
  public var number: Int64
  /// The entry's hash, 32 bytes.
  public var hash: [UInt8]

  /// Where a log begins.
  public static let none = AuditLink(number: 0, hash: [])

  /// Makes a link from its parts.
  public init(number: Int64, hash: [UInt8]) {
    self.number = number
    self.hash = hash
  }
}

/// A row of the audit log as it is stored.
public struct AuditRow: Hashable, Sendable {
  /// The entry's number and the hash that the row holds.
  public var link: AuditLink
  /// The hash of the row before, as this row holds it.
  public var previous: [UInt8]
  /// What the row says; nil when it cannot be read.
  public var record: AuditRecord?

  /// Makes a row from its parts.
  public init(link: AuditLink, previous: [UInt8], record: AuditRecord?) {
    self.link = link
    self.previous = previous
    self.record = record
  }
}

/// One of the chain's two ends, sealed with the server's key: who can write the database, but does not hold the key,
/// cannot cut the log short at either end, nor make another one of it.
public struct AuditEnd: Hashable, Sendable {
  /// Which end. The texts stand in the database.
  public enum Name: String, Sendable {
    /// The newest entry that was pruned: the log begins after it.
    case start
    /// The newest entry.
    case head
  }

  /// Which end.
  public var name: Name
  /// The entry.
  public var link: AuditLink
  /// What the key makes of it, 32 bytes.
  public var seal: [UInt8]

  /// Makes an end from its parts.
  public init(name: Name, link: AuditLink, seal: [UInt8]) {
    self.name = name
    self.link = link
    self.seal = seal
  }

  /// Seals an end.
  package init(_ name: Name, _ link: AuditLink, key: ServerKey) {
    self.init(name: name, link: link, seal: Self.seal(name, link, key))
  }

  /// Whether the end was sealed with one of `keys`. A head stays sealed with the key of its day, so every key of the
  /// ring counts, however old.
  func isSealed(by keys: KeyRing) -> Bool {
    ([keys.current] + keys.former.map(\.key)).contains { ServerKey.equal(Self.seal(name, link, $0), seal) }
  }

  private static func seal(_ name: Name, _ link: AuditLink, _ key: ServerKey) -> [UInt8] {
    key.derived(for: .audit).authenticate(Array("\(name.rawValue) \(link.number) ".utf8) + link.hash)
  }
}

/// What is wrong with the audit log.
public struct AuditFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The row is not what its hash was made of: it was changed.
    case changed
    /// The row does not follow the one before: a row was removed, added or moved.
    case unlinked
    /// The log begins or ends elsewhere than it should: rows were cut off.
    case cut
    /// The note of where the log begins or ends was not made with this key.
    case unsealed
  }

  /// The first row that is wrong, or the last one that is right before what is missing.
  public var number: Int64
  /// What is wrong with it.
  public var kind: Kind

  /// Makes a fault from its parts.
  public init(number: Int64, kind: Kind) {
    self.number = number
    self.kind = kind
  }
}
