/// All that is worth showing of one attempt to log in.
public struct AttemptDetail: Hashable, Sendable {
  /// The attempt.
  public var entry: AttemptEntry
  /// The user that it was on, as they are now; nil for nobody's.
  public var user: UserListing?
  /// The counters of that user and of the address's network.
  public var throttles: [Throttle]
  /// The last attempts on that user.
  public var onUser: [AttemptEntry]
  /// The last attempts from that address.
  public var fromAddress: [AttemptEntry]

  /// Makes a detail from its parts.
  public init(
    entry: AttemptEntry, user: UserListing?, throttles: [Throttle], onUser: [AttemptEntry], fromAddress: [AttemptEntry]
  ) {
    self.entry = entry
    self.user = user
    self.throttles = throttles
    self.onUser = onUser
    self.fromAddress = fromAddress
  }
}

/// All that is worth showing of one entry of the audit log.
public struct AuditDetail: Hashable, Sendable {
  /// The entry.
  public var listing: AuditListing
  /// The row as it is stored; nil when it is gone.
  public var row: AuditRow?
  /// Whether the row is what its hash was made of.
  public var isWhole: Bool
  /// Other entries about the same user, or by the same actor where it is about none; the newest first.
  public var others: [AuditListing]

  /// Makes a detail from its parts.
  public init(listing: AuditListing, row: AuditRow?, isWhole: Bool, others: [AuditListing]) {
    self.listing = listing
    self.row = row
    self.isWhole = isWhole
    self.others = others
  }
}

extension SessionService {
  /// How many rows beside its own a detail of an attempt or of an entry lists.
  private static let neighbours = 10

  /// What is to be said of an attempt.
  public func detail(of entry: AttemptEntry) throws -> AttemptDetail {
    let now = clock.now()
    let (user, address) = (entry.attempt.userID, entry.attempt.address)
    func last(_ term: AttemptTerm?) throws -> [AttemptEntry] {
      guard let term else { return [] }
      return try store.attempts(AttemptFilter(terms: [term]), before: nil, limit: Self.neighbours, at: now)
    }
    return AttemptDetail(
      entry: entry, user: try user.flatMap { try listing(of: $0, at: now) },
      throttles: user == nil && address == nil
        ? [] : try store.throttles(of: user, network: address?.network),
      onUser: try last(user.map { .user($0) }),
      fromAddress: try last(address.flatMap { Network(of: $0, bits: 128) }.map { .from($0) }))
  }

  /// What is to be said of an entry of the audit log.
  public func detail(of listing: AuditListing) throws -> AuditDetail {
    let now = clock.now()
    let number = listing.entry.number
    let row = try store.links(after: number - 1, limit: 1).first { $0.link.number == number }
    let record = listing.entry.record
    let term: AuditTerm = record.user.map { .user($0) } ?? .by(record.actor.name)
    let others = try store.audit(
      AuditQuery(filter: AuditFilter(terms: [term])), from: nil, .after, limit: Self.neighbours + 1, at: now)
    return AuditDetail(
      listing: listing, row: row, isWhole: row.map { $0.record?.hash(after: $0.previous) == $0.link.hash } ?? false,
      others: Array(others.filter { $0.entry.number != number }.prefix(Self.neighbours)))
  }

  /// A user as a list shows them; nil when there is none with this id.
  func listing(of user: User.ID, at now: Timestamp) throws -> UserListing? {
    guard let user = try store.user(id: user) else { return nil }
    return try store.users(UserFilter(terms: [.key(user.login.key)]), from: nil, .after, limit: 1, at: now).first
  }
}
