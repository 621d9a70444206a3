import Screen
import SessionCore

extension State {
  func drawSessions(_ frame: inout Frame) {
    let layout = Layout(size)
    drawFilterLine(&frame, sessions, total: totals?.live, order: Words.sort(sort, descending: isDescending))
    let table = Table(sessionColumns, width: size.columns, sorted: sort.column)
    table.drawHeading(
      &frame, row: layout.heading, sorted: sort.column, descending: isDescending,
      sorts: SessionSort.allCases.map(\.column), say)
    drawRows(
      sessions, table, &frame,
      empty: [Words.nobody, loginHint].compactMap { $0 }
        + (setting.sampleAccount.map { [Words.account($0)] } ?? []), marks: marks.sessions)
    drawDetailLine(sessions.current.map(detailLine) ?? [], &frame)
  }

  private var sessionColumns: [Column<Session>] {
    let now = listTime
    let language = setting.language
    let gone = sessions.isGone ? sessions.current?.id : nil
    func state(_ session: Session) -> (Phrase, Ink) {
      if session.id == gone || !session.isLive(at: now) { return (Words.ended, .dim) }
      let state = session.state(at: now)
      return (Words.state(state), state.ink)
    }
    // A login that can be read whole is worth more than air between times.
    return [
      Column(Words.user, (size.columns < 80 ? 12 : 16)...32, rank: 0) { $0.owner.login },
      Column(Words.state, 10...(size.columns < 100 ? 10 : 12), rank: 0, ink: { state($0).1 }) { state($0).0(language) },
      Column(Words.started, least(Words.started, sort.column)...9, rank: 4) { (now - $0.createdAt).coarse },
      Column(Words.lastSeen, least(Words.lastSeen, sort.column)...11, rank: 1) { (now - $0.lastSeenAt).coarse },
      Column(
        Words.endsIn, least(Words.endsIn, sort.column)...9, rank: 2,
        ink: { state($0).1 == .warning ? .warning : .text }
      ) {
        $0.id == gone ? "–" : ($0.expiresAt - now).remaining
      },
      Column(Words.from, 15...39, rank: 3) { $0.address?.description ?? "–" },
      Column(Words.client, 17...40, rank: 5) { UserAgent.summary($0.userAgent) },
    ]
  }

  private func detailLine(_ session: Session) -> [(String, Ink)] {
    let ends = (say(Words.endsLine(near(session.expiresAt), near(session.absoluteExpiresAt))), Ink.text)
    let authenticated = (say(Words.authenticatedAt(near(session.authenticatedAt))), Ink.text)
    let id = (session.id.short, Ink.text)
    let number = "#\(session.userID.rawValue)"
    guard size.columns >= 60 else { return [(say(Words.endsShortly(near(session.expiresAt))), .text), id] }
    // What has no room is left out from the end. Where all has room, what is as long for every session comes first: only
    // the digits that differ are sent when the cursor moves; and the row itself has the whole login.
    return size.columns < 120
      ? [ends, ("\(session.owner.login) \(number)", .text), id, authenticated]
      : [authenticated, id, (number, .text), ends]
  }

  /// The time of day; on another day than today, the date as well.
  private func near(_ time: Timestamp) -> String {
    let date = time.rfc3339.prefix(10)
    return date == now.rfc3339.prefix(10)
      ? time.timeOfDay
      : "\(date.dropFirst(date.prefix(4) == now.rfc3339.prefix(4) ? 5 : 0)) \(time.timeOfDay.prefix(5))"
  }
}

extension SessionSort {
  var column: Phrase {
    switch self {
    case .lastSeen: Words.lastSeen
    case .started: Words.started
    case .ends: Words.endsIn
    }
  }
}

extension SessionState {
  var ink: Ink {
    switch self {
    case .live, .idle, .remembered: .text
    case .ending: .warning
    case .simulated: .accent
    }
  }
}
