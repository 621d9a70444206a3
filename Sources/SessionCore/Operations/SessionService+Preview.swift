/// What an act on sessions would do, for showing before it is done.
public struct EndPreview: Hashable, Sendable {
  /// How many sessions it is about, the operator's own among them.
  public var count: CappedCount
  /// Some of them, the last seen first.
  public var sample: [Session]
  /// Of how many users they are; or how many users it is about.
  public var users: CappedCount
  /// Some of the users, where it is about users.
  public var names: [String]
  /// How many of them are the operator's own.
  public var own: CappedCount
  /// Whose sessions changed since they were looked at, and would be left.
  public var changed: [String]
  /// How many are live no more.
  public var gone: Int
  /// The moment that was looked at.
  public var at: Timestamp
  /// Who was the newest user then, where a filter says whom it is about.
  public var lastUser: User.ID?

  /// Makes a preview from its parts.
  public init(
    count: CappedCount, sample: [Session], users: CappedCount = CappedCount(found: 1), names: [String] = [],
    own: CappedCount = CappedCount(found: 0), changed: [String] = [], gone: Int = 0, at: Timestamp
  ) {
    self.count = count
    self.sample = sample
    self.users = users
    self.names = names
    self.own = own
    self.changed = changed
    self.gone = gone
    self.at = at
  }
}

extension SessionService {
  /// What an act on `targets` would do: the same predicate, of one moment, as ``perform(_:on:sparing:by:reason:subject:progress:)``
  /// runs.
  ///
  /// - Parameters:
  ///   - targets: which sessions.
  ///   - own: by what the operator's own sessions are known.
  ///   - sample: how many to name.
  /// - Returns: how many, and some of them. Its moment is the one as of which a filter was asked, or now.
  /// - Throws: ``StoreError``.
  public func preview(_ targets: SessionTargets, own: OwnMark, sample: Int = 4) throws -> EndPreview {
    try store.snapshot {
      let now = clock.now()
      guard case .listed(let looks) = targets else {
        let seen = targets.moment ?? now
        let all = targets.selection(asOf: seen)
        let mine = targets.filter.map { $0.and(.own(own)) }
        return EndPreview(
          // What is typed to confirm is the number that ends, however large.
          count: try store.countSessions(all, upTo: CappedCount.uncapped, at: now),
          sample: try store.sample(all, limit: sample, at: now),
          users: try store.countOwners(all, at: now),
          own: try mine.map { try store.countSessions(.matchingAsOf($0, seen), at: now) } ?? CappedCount(found: 0),
          at: seen)
      }
      return try preview(looks, own: own, sample: sample, at: now)
    }
  }

  private func preview(_ looks: [SessionLook], own: OwnMark, sample: Int, at now: Timestamp) throws -> EndPreview {
    var preview = EndPreview(count: CappedCount(found: 0), sample: [], at: now)
    var (found, mine) = (0, 0)
    var users: Set<User.ID> = []
    for look in looks {
      guard let session = try store.session(id: look.id), session.isLive(at: now) else {
        preview.gone += 1
        continue
      }
      guard look.isStill(session) else {
        preview.changed.append(session.owner.login)
        continue
      }
      found += 1
      users.insert(session.userID)
      if own.owns(session) { mine += 1 }
      if preview.sample.count < sample { preview.sample.append(session) }
    }
    preview.count = CappedCount(found: found)
    preview.own = CappedCount(found: mine)
    preview.users = CappedCount(found: users.count)
    return preview
  }
}

extension SessionTargets {
  /// What a filter says of them; nil for those that were looked at one by one.
  var filter: SessionFilter? {
    switch self {
    case .listed: nil
    case .user(let id): SessionFilter(terms: [.user(id)])
    case .matching(let filter, asOf: _): filter
    }
  }

  /// The moment as of which a filter is asked; nil for now.
  var moment: Timestamp? { if case .matching(_, asOf: let moment) = self { moment } else { nil } }

  /// What is selected, as a filter says it.
  var byFilter: SessionSelection {
    let filter = self.filter ?? SessionFilter()
    return moment.map { .matchingAsOf(filter, $0) } ?? .matching(filter)
  }

  /// The user whose sessions they are, where they are one user's alone.
  var user: User.ID? {
    filter?.clauses.lazy.compactMap { clause in
      if clause.count == 1, !clause[0].isNegated, case .user(let id) = clause[0].term { id } else { nil }
    }.first
  }

  /// What is selected of a filter or a user; without the operator's own where they are spared.
  func selection(sparing own: OwnMark? = nil, asOf moment: Timestamp? = nil) -> SessionSelection {
    if case .user(let id) = self, own == nil { return .user(id) }
    var filter = self.filter ?? SessionFilter()
    if let own { filter = filter.and(not: .own(own)) }
    if case .matching(_, asOf: let seen?) = self { return .matchingAsOf(filter, seen) }
    return moment.map { .matchingAsOf(filter, $0) } ?? .matching(filter)
  }
}
