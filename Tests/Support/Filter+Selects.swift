import SessionCore

extension Filter {
  /// The rule of clauses and literals, once more, over what `holds` says of a term.
  func selects(_ holds: (Term) -> Bool) -> Bool {
    clauses.allSatisfy { clause in clause.contains { holds($0.term) != $0.isNegated } }
  }
}

extension SessionFilter {
  /// Whether the filter selects a live session: what the store's SQL is held against.
  public func selects(_ session: Session, at now: Timestamp) -> Bool {
    let key = Array((Login.key(for: session.owner.login) ?? session.owner.login).utf8)
    return selects { term in
      switch term {
      case .loginPrefix(let prefix): key.starts(with: prefix.utf8)
      case .loginContains(let part): key.has(Array(part.utf8))
      case .state(let state): state == .live || session.state(at: now) == state
      case .kind(let kind): session.kind == kind
      case .from(let network): session.address.map { network.holds($0) } ?? false
      case .client(let part):
        Array(session.userAgent.utf8.map(lowercased)).has(Array(part.utf8))
      case .app(let name): UserAgent.name(session.userAgent).app == name
      case .system(let name): UserAgent.name(session.userAgent).system == name
      case .started(let test): test.holds(now - session.createdAt)
      case .idle(let test): test.holds(now - session.lastSeenAt)
      case .ends(let test): test.holds(session.expiresAt - now)
      case .madeBy(let name): session.createdBy.utf8.starts(with: name.utf8)
      case .id(let id): session.id == id
      case .ids(let ids): ids.contains(session.id)
      case .user(let id): session.userID == id
      case .own(let mark): mark.owns(session)
      }
    }
  }
}

extension UserFilter {
  /// Whether the filter selects a user whose password is kept by `scheme`.
  public func selects(_ user: User, scheme: String?, at now: Timestamp) -> Bool {
    let key = Array(user.login.key.utf8)
    return selects { term in
      switch term {
      case .loginPrefix(let prefix): key.starts(with: prefix.utf8)
      case .loginContains(let part): key.has(Array(part.utf8))
      case .state(let state): user.state == state
      case .lastLogin(let test): user.lastLoginAt.map { test.holds(now - $0) } ?? false
      case .neverLoggedIn: user.lastLoginAt == nil
      case .created(let test): test.holds(now - user.createdAt)
      case .scheme(let name): scheme == name
      case .key(let other): key == Array(other.utf8)
      case .keys(let keys): keys.contains { key == Array($0.utf8) }
      case .upTo(let last): user.id <= last
      }
    }
  }
}

extension AttemptFilter {
  /// Whether the filter selects an attempt on the user with the login key `key`; nil for nobody's.
  public func selects(_ entry: AttemptEntry, key: String?, at now: Timestamp) -> Bool {
    let attempt = entry.attempt
    let login = key.map { Array($0.utf8) }
    return selects { term in
      switch term {
      case .loginPrefix(let prefix): login?.starts(with: prefix.utf8) ?? false
      case .loginContains(let part): login?.has(Array(part.utf8)) ?? false
      case .user(let user): attempt.userID == user
      case .from(let network): attempt.address.map { network.holds($0) } ?? false
      case .client(let part): Array(attempt.userAgent.utf8.map(lowercased)).has(Array(part.utf8))
      case .app(let name): UserAgent.name(attempt.userAgent).app == name
      case .system(let name): UserAgent.name(attempt.userAgent).system == name
      case .simulated: !attempt.simulatedBy.isEmpty
      case .outcome(let outcome): attempt.outcome == outcome
      case .at(let test): test.holds(attempt.at, at: now)
      case .number(let number): entry.number == number
      }
    }
  }
}

/// A byte of text with ASCII's capitals made small.
private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

extension AuditFilter {
  /// Whether the filter selects an entry about the user with the login key `key`; nil for nobody.
  public func selects(_ listing: AuditListing, key: String?, at now: Timestamp) -> Bool {
    let record = listing.entry.record
    let login = key.map { Array($0.utf8) }
    return selects { term in
      switch term {
      case .mentions(let part):
        (login?.has(Array(part.utf8)) ?? false) || record.actor.name.utf8.map(lowercased).has(Array(part.utf8))
      case .by(let name): record.actor.name.utf8.starts(with: name.utf8)
      case .terminal(let name): record.actor.terminal.utf8.starts(with: name.utf8)
      case .from(let address): record.actor.address.utf8.starts(with: address.utf8)
      case .act(let action): record.action == action
      case .loginPrefix(let prefix): login?.starts(with: prefix.utf8) ?? false
      case .user(let user): record.user == user
      case .session(let session): record.session == session
      case .reason(let part): record.reason.utf8.map(lowercased).has(Array(part.utf8))
      case .at(let test): test.holds(record.at, at: now)
      case .number(let number): listing.entry.number == number
      }
    }
  }
}

extension MomentTest {
  fileprivate func holds(_ moment: Timestamp, at now: Timestamp) -> Bool {
    switch self {
    case .age(let test): test.holds(now - moment)
    case .since(let time): moment >= time
    case .until(let time): moment < time
    }
  }
}

extension LengthTest {
  fileprivate func holds(_ length: Interval) -> Bool {
    switch self {
    case .below(let limit): length < limit
    case .above(let limit): length > limit
    }
  }
}

extension Network {
  /// Bit by bit: the address differs from the first one only where the last one does.
  fileprivate func holds(_ address: IPAddress) -> Bool {
    zip(address.bytes, zip(first.bytes, last.bytes)).allSatisfy { byte, ends in
      (byte ^ ends.0) & ~(ends.0 ^ ends.1) == 0
    }
  }
}

extension [UInt8] {
  /// Whether `part` stands somewhere in it.
  fileprivate func has(_ part: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: part) } || part.isEmpty
  }
}
