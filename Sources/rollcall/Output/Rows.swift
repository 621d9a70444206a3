import Screen
import SessionCore

/// A session as a program reads it. Times are RFC 3339 in UTC.
struct SessionRow: Encodable {
  let id: String
  let user: String
  let state: String
  let kind: String
  let from: Nullable
  let client: String
  let started: String
  let lastSeen: String
  let ends: String

  enum CodingKeys: String, CodingKey {
    case id, user, state, kind, from, client, started, ends
    case lastSeen = "last_seen"
  }

  init(_ session: Session, at now: Timestamp) {
    id = session.id.description
    user = session.owner.login
    state = session.state(at: now).rawValue
    kind = session.kind.name
    from = Nullable(session.address?.description)
    client = UserAgent.summary(session.userAgent)
    started = session.createdAt.rfc3339
    lastSeen = session.lastSeenAt.rfc3339
    ends = session.expiresAt.rfc3339
  }
}

/// A user as a program reads it. Times are RFC 3339 in UTC.
struct UserRow: Encodable {
  let id: Int64
  let login: String
  let state: String
  /// Counted up to ``SessionCore/UserListing/liveSessionsCap``.
  let sessions: Int
  let lastLogin: Nullable
  let lastLoginFrom: Nullable
  let created: String

  enum CodingKeys: String, CodingKey {
    case id, login, state, sessions, created
    case lastLogin = "last_login"
    case lastLoginFrom = "last_login_from"
  }

  init(_ listing: UserListing) {
    id = listing.user.id.rawValue
    login = listing.user.login.text
    state = listing.user.state.name
    sessions = listing.liveSessions
    lastLogin = Nullable(listing.user.lastLoginAt?.rfc3339)
    lastLoginFrom = Nullable(listing.user.lastLoginFrom?.description)
    created = listing.user.createdAt.rfc3339
  }
}

extension User.State {
  var name: String {
    switch self {
    case .active: "active"
    case .locked: "locked"
    }
  }
}

/// Lines in columns for people. Widths are display widths, so Chinese stands straight; the last column is never cut.
struct Columns {
  let widths: [Int]

  func line(_ cells: [String]) -> String {
    zip(cells, widths).map { cell, width in
      SafeText.width(cell) > width ? SafeText.safe(cell) : SafeText.fit(cell, width)
    }.joined(separator: "  ") + cells.dropFirst(widths.count).map { "  " + SafeText.safe($0) }.joined()
  }
}
