import Screen
import SessionCore

extension State {
  func drawUsers(_ frame: inout Frame) {
    let layout = Layout(size)
    drawFilterLine(&frame, users, total: nil, order: Words.sort(orders.users, descending: orders.areUsersDescending))
    let table = Table(userColumns, width: size.columns, sorted: orders.users.column)
    table.drawHeading(
      &frame, row: layout.heading, sorted: orders.users.column, descending: orders.areUsersDescending,
      sorts: UserSort.allCases.map(\.column), say)
    drawRows(users, table, &frame, empty: [Words.noUsers, Words.addUsers], marks: marks.users)
    drawDetailLine(users.current.map(detailLine) ?? [], &frame)
  }

  private var userColumns: [Column<UserListing>] {
    let now = listTime
    let language = setting.language
    return [
      Column(Words.user, 12...40, rank: 0) { $0.user.login.text },
      Column(Words.state, 8...10, rank: 0, ink: { $0.user.state == .locked ? .danger : .text }) {
        Words.state($0.user.state)(language)
      },
      Column(Words.liveSessions, 8...10, rank: 1) { $0.sessionsText },
      Column(Words.failuresTitle, 9...14, rank: 2, ink: { ($0.waitsUntil ?? now) > now ? .warning : .text }) {
        listing in
        let wait = listing.waitsUntil.map { $0 - now }.flatMap { $0.milliseconds > 0 ? $0.remaining : nil }
        return wait.map { Words.waiting($0)(language) } ?? (listing.failures > 0 ? "\(listing.failures)" : "")
      },
      Column(Words.lastLogin, max(10, least(Words.lastLogin, orders.users.column))...14, rank: 3) { listing in
        listing.user.lastLoginAt.map { (now - $0).coarse } ?? Words.never(language)
      },
      Column(Words.from, 15...39, rank: 4) { $0.user.lastLoginFrom?.description ?? "–" },
      Column(Words.created, max(10, least(Words.created, orders.users.column))...20, rank: 5) {
        String($0.user.createdAt.rfc3339.prefix(10))
      },
    ]
  }

  private func detailLine(_ listing: UserListing) -> [(String, Ink)] {
    let user = listing.user
    return [
      ("#\(user.id.rawValue)", .link), (user.login.text, .text),
      (say(Words.state(user.state)), user.state == .locked ? .danger : .good),
      (say(Words.sessions(listing.liveSessions)), .text), failures(listing),
      ("\(say(Words.createdLabel)) \(user.createdAt.rfc3339.prefix(10))", .dim),
    ]
  }

  private func failures(_ listing: UserListing) -> (String, Ink) {
    guard listing.failures > 0 else { return ("", .text) }
    let until = listing.waitsUntil.flatMap { $0 > now ? $0.timeOfDay : nil }
    return (
      say(Words.failedLabel) + " " + say(Words.failed(listing.failures, until: until)), until == nil ? .text : .warning
    )
  }
}

extension UserListing {
  /// The number of live sessions, with a plus where counting stopped.
  var sessionsText: String { liveSessions >= Self.liveSessionsCap ? "\(liveSessions)+" : "\(liveSessions)" }
}

extension UserSort {
  var column: Phrase {
    switch self {
    case .login: Words.user
    case .lastLogin: Words.lastLogin
    case .created: Words.created
    }
  }
}
