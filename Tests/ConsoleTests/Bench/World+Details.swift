import Console
import SessionCore

extension World {
  func detail(_ session: Session, _ now: Timestamp) -> SessionDetail {
    let current = sessions.first { $0.id == session.id }
    return SessionDetail(
      session: current ?? session,
      ending: current == nil
        ? Ending(at: now, how: .administrator, by: "mei on pts/9", reason: "可疑的地址 range") : nil,
      dataCount: 3,
      others: sessions.filter { $0.userID == session.userID && $0.id != session.id && $0.isLive(at: now) },
      history: audit.map(\.entry).filter { $0.record.session == session.id }.reversed())
  }

  func detail(_ entry: AttemptEntry, _ now: Timestamp) -> AttemptDetail {
    let (user, address) = (entry.attempt.userID, entry.attempt.address)
    return AttemptDetail(
      entry: entry, user: users.first { $0.user.id == user },
      throttles: throttles.filter { ($0.userID != nil && $0.userID == user) || $0.address == address?.network },
      onUser: attempts.filter { user != nil && $0.attempt.userID == user },
      fromAddress: attempts.filter { address != nil && $0.attempt.address == address })
  }

  func detail(_ listing: AuditListing) -> AuditDetail {
    let (number, record) = (listing.entry.number, listing.entry.record)
    let previous = [UInt8](repeating: 0x5A, count: 32)
    let link = AuditLink(number: number, hash: record.hash(after: previous))
    return AuditDetail(
      listing: listing, row: AuditRow(link: link, previous: previous, record: record), isWhole: true,
      others: audit.filter {
        $0.entry.number != number
          && (record.user == nil ? $0.entry.record.actor == record.actor : $0.entry.record.user == record.user)
      })
  }

  func detail(_ listing: UserListing, _ now: Timestamp) -> UserDetail {
    UserDetail(
      listing: listing, scheme: "argon2id", passwordChangedAt: listing.user.createdAt,
      sessions: sessions.filter { $0.userID == listing.user.id && $0.isLive(at: now) },
      history: audit.filter { $0.entry.record.user == listing.user.id },
      attempts: attempts.filter { $0.attempt.userID == listing.user.id })
  }
}

extension Array where Element: Sendable {
  /// Up to `limit` rows after or before a position, in the list's order.
  func page<Position>(
    _ position: Position?, _ direction: PageDirection, _ limit: Int, isAfter: (Element, Position) -> Bool,
    isSame: (Element, Position) -> Bool
  ) -> [Element] {
    guard let position else { return Array(direction == .after ? prefix(limit) : suffix(limit)) }
    return switch direction {
    case .after: Array(filter { isAfter($0, position) }.prefix(limit))
    case .before: Array(filter { !isAfter($0, position) && !isSame($0, position) }.suffix(limit))
    }
  }
}
