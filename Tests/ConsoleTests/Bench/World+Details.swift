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
      others: sessions.filter { $0.userID == session.userID && $0.id != session.id && $0.isLive(at: now) })
  }

  func detail(_ listing: UserListing, _ now: Timestamp) -> UserDetail {
    UserDetail(
      listing: listing, scheme: "argon2id", passwordChangedAt: listing.user.createdAt,
      sessions: sessions.filter { $0.userID == listing.user.id && $0.isLive(at: now) })
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
