extension SessionService {
  /// What an act on users would do.
  ///
  /// - Parameters:
  ///   - targets: to whom.
  ///   - own: by what the operator's own sessions are known.
  ///   - sample: how many to name.
  /// - Returns: how many users, and how many live sessions they have.
  /// - Throws: ``StoreError``.
  public func preview(_ targets: UserTargets, own: OwnMark, sample: Int = 6) throws -> EndPreview {
    try store.snapshot {
      let now = clock.now()
      let mine = try store.sample(.matching(SessionFilter(terms: [.own(own)])), limit: Self.ownRows, at: now)
      switch targets {
      case .listed(let looks):
        if looks.count == 1, let look = looks.first, look.version == nil {
          return try preview(SessionTargets.user(look.id), own: own)
        }
        return try preview(looks, mine: mine, sample: sample, at: now)
      case .matching(let filter):
        let owned = try mine.count { session in
          try Login.key(for: session.owner.login).map {
            try !store.users(filter.and(.key($0)), from: nil, .after, limit: 1, at: now).isEmpty
          } ?? false
        }
        var preview = EndPreview(
          count: try store.countSessions(of: filter, upTo: CappedCount.uncapped, at: now), sample: [],
          users: try store.countUsers(filter, upTo: CappedCount.uncapped, at: now),
          names: try store.users(filter, from: nil, .after, limit: sample, at: now).map(\.user.login.text),
          own: CappedCount(found: owned), at: now)
        preview.lastUser = try filter.lastUser ?? store.lastUserID()
        return preview
      }
    }
  }

  private func preview(_ looks: [UserLook], mine: [Session], sample: Int, at now: Timestamp) throws -> EndPreview {
    var preview = EndPreview(count: CappedCount(found: 0), sample: [], at: now)
    var (sessions, users, own) = (0, 0, 0)
    for look in looks {
      guard let user = try store.user(id: look.id) else {
        preview.gone += 1
        continue
      }
      guard look.isStill(user) else {
        preview.changed.append(user.login.text)
        continue
      }
      users += 1
      own += mine.count { $0.userID == user.id }
      // What is counted for one ends there for all: nothing is ever counted whole.
      if sessions <= CappedCount.cap { sessions += try store.countSessions(.user(user.id), at: now).value }
      if looks.count == 1 { preview.sample = try store.sample(.user(user.id), limit: 4, at: now) }
      if preview.names.count < sample { preview.names.append(user.login.text) }
    }
    if looks.count == 1 { preview.names = [] }
    preview.count = CappedCount(found: sessions)
    preview.users = CappedCount(found: users)
    preview.own = CappedCount(found: own)
    return preview
  }

  /// How many of an operator's own sessions are looked at.
  private static var ownRows: Int { 1000 }
}

extension UserFilter {
  /// Who was the newest user when it was first asked; nil where it asks for whoever is there.
  fileprivate var lastUser: User.ID? {
    clauses.lazy.compactMap { clause in
      if case .upTo(let last)? = clause.first?.term { last } else { nil }
    }.first
  }
}
