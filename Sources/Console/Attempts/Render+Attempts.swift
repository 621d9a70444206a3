import Screen
import SessionCore

extension State {
  func drawAttempts(_ frame: inout Frame) {
    let layout = layout
    drawFilterLine(
      &frame, attempts, total: nil, order: orders.areAttemptsDescending ? Words.newestFirst : Words.oldestFirst)
    drawWaiting(&frame, layout.panel)
    let table = Table(attemptColumns, width: size.columns)
    table.drawHeading(
      &frame, row: layout.heading, sorted: Words.when, descending: orders.areAttemptsDescending, sorts: [Words.when],
      say)
    drawRows(
      attempts, table, &frame, empty: [Words.noAttempts, loginHint].compactMap { $0 })
    drawDetailLine(attempts.current.map(detailLine) ?? [], &frame)
  }

  private var attemptColumns: [Column<AttemptEntry>] {
    let now = listTime
    let language = setting.language
    // Where nothing is simulated, nobody needs to be told.
    let kind = Column<AttemptEntry>(Words.kindTitle, 9...9, rank: 1, ink: { _ in .accent }) {
      $0.attempt.simulatedBy.isEmpty ? "" : Words.state(SessionState.simulated)(language)
    }
    let isSimulated = attempts.rows.contains { !$0.attempt.simulatedBy.isEmpty }
    let isNarrow = size.columns < 52
    return [
      Column(Words.when, 7...12, rank: 0) { (now - $0.attempt.at).coarse },
      Column(Words.user, 12...32, rank: 0) { $0.attempt.login },
      Column(Words.outcome, 14...18, rank: 0, ink: { $0.attempt.outcome.ink }) {
        let outcome = Words.outcome($0.attempt.outcome)
        return (isNarrow && !$0.attempt.simulatedBy.isEmpty ? Words.simulated(outcome) : outcome)(language)
      },
    ] + (isSimulated ? [kind] : []) + [
      Column(Words.from, 15...39, rank: 1) { $0.attempt.address?.description ?? "–" },
      Column(Words.client, 17...40, rank: 2) { UserAgent.summary($0.attempt.userAgent) },
    ]
  }

  private func detailLine(_ entry: AttemptEntry) -> [(String, Ink)] {
    let attempt = entry.attempt
    let time =
      attempt.at.rfc3339.prefix(10) == now.rfc3339.prefix(10) ? attempt.at.timeOfDay : moment(attempt.at)
    let simulated = attempt.simulatedBy.isEmpty ? "" : say(Words.simulatedBy(attempt.simulatedBy))
    // Where the row itself has room for all of it, the line says only what the row does not.
    guard size.columns < 120 else {
      return [("#\(entry.number)", .link), (time, .text), (attempt.login, .text), (simulated, .accent)]
    }
    return [
      ("#\(entry.number)", .link), (attempt.login, .text),
      (say(Words.outcome(attempt.outcome)), attempt.outcome.ink), (time, .text),
      (attempt.address?.description ?? "", .link), (UserAgent.summary(attempt.userAgent), .dim), (simulated, .accent),
    ]
  }
}

extension Attempt.Outcome {
  /// What came of it by colour; the word says it as well.
  var ink: Ink {
    switch self {
    case .loggedIn: .text
    case .wrongPassword, .wrongCode, .tooManySessions: .warning
    case .unknownUser: .dim
    case .locked: .danger
    case .needsCode: .link
    }
  }
}
