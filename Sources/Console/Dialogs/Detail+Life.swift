import Screen
import SessionCore

extension State {
  /// A session's whole life, from its beginning to its end or to the ends that wait for it.
  func life(of detail: SessionDetail) -> [DetailLine] {
    let session = detail.session
    var events: [(at: Timestamp, text: String, ink: Ink)] = [
      (session.createdAt, say(Words.began), .text), (session.lastSeenAt, say(Words.lastRequest), .text),
    ]
    if session.authenticatedAt != session.createdAt {
      events.append((session.authenticatedAt, say(Words.provedAgain), .text))
    }
    events += detail.history.map { entry in
      let record = entry.record
      let text = [say(Words.audited(record.action)), record.actor.summary, record.reason]
      return (record.at, text.filter { !$0.isEmpty }.joined(separator: " · "), record.action.ink)
    }
    if let ending = detail.ending {
      events.append((ending.at, say(Words.how(ending.how)), .warning))
    }
    // What happened at once stays in the order in which it is told.
    let past = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return [DetailLine(), DetailLine(value: say(Words.lifeTitle), isHeading: true)]
      + past.map { DetailLine(value: "\(moment($0.element.at))  \($0.element.text)", ink: $0.element.ink) }
  }

  /// What a user did and what was done to them, the last first.
  func history(of detail: UserDetail) -> [DetailLine] {
    var lines: [DetailLine] = []
    func add(_ title: Phrase, _ rows: [DetailLine]) {
      lines += [DetailLine(), DetailLine(value: say(title), isHeading: true)]
      lines += rows.isEmpty ? [DetailLine(value: say(Words.noBars), ink: .dim)] : rows
    }
    add(Words.historyTitle, detail.history.map { line($0) })
    add(Words.attemptsOnUser, detail.attempts.map { line($0) })
    add(Words.endedTitle, detail.ended.map { line($0) })
    return lines
  }

  private func line(_ ended: EndedSession) -> DetailLine {
    DetailLine(
      value: [
        SafeText.fit(ended.session.id.short, 11), SafeText.fit((now - ended.ending.at).coarse, 8),
        SafeText.fit(ended.session.address?.description ?? "–", 16), say(Words.how(ended.ending.how)),
      ].joined(separator: " "))
  }
}
