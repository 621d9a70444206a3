import Screen
import SessionCore

/// A line of a detail: a label and a value, a heading, or a row of a list.
struct DetailLine {
  var label = ""
  var value = ""
  var ink = Ink.text
  var isHeading = false
  /// Whether its value goes on from the line before.
  var isRest = false
}

extension State {
  func draw(_ detail: Detail, _ frame: inout Frame) {
    let body = Layout(size).body
    let lines = lines(of: detail)
    guard !lines.isEmpty else {
      drawCentered([say(Words.loading)], &frame, body)
      return
    }
    let labels = lines.map { SafeText.width($0.label) }.max() ?? 0
    for (offset, line) in lines.dropFirst(detail.scroll).prefix(body.count - 1).enumerated() {
      let row = body.lowerBound + 1 + offset
      if line.isHeading {
        frame.put(line.value, row: row, column: 2, Style(.accent, bold: true))
      } else if line.label.isEmpty, !line.isRest {
        frame.put(SafeText.fit(line.value, size.columns - 4), row: row, column: 3, Style(line.ink))
      } else {
        frame.put(SafeText.fit(line.label, labels, right: true), row: row, column: 2, Style(.dim))
        frame.put(line.value, row: row, column: labels + 4, Style(line.ink))
      }
    }
    let hidden = lines.count - detail.scroll - (body.count - 1)
    if hidden > 0 { frame.put("↓ \(hidden)", row: Layout(size).detail, column: 1, Style(.dim)) }
  }

  func detailScrollLimit(_ detail: Detail) -> Int { max(0, lines(of: detail).count - Layout(size).body.count + 1) }

  /// The lines of a detail. A value that is longer than its line goes on in the next: nothing is cut where all is shown.
  private func lines(of detail: Detail) -> [DetailLine] {
    let lines = wholeLines(of: detail)
    let labels = lines.map { SafeText.width($0.label) }.max() ?? 0
    let room = max(8, size.columns - labels - 5)
    return lines.flatMap { line in
      guard !line.label.isEmpty, SafeText.width(line.value) > room else { return [line] }
      return Prose.lines(line.value, room).enumerated().map { index, piece in
        DetailLine(label: index == 0 ? line.label : "", value: piece, ink: line.ink, isRest: index > 0)
      }
    }
  }

  private func wholeLines(of detail: Detail) -> [DetailLine] {
    switch detail.content {
    case .session(let content)?: lines(of: content)
    case .user(let content)?: lines(of: content)
    case .attempt(let content)?: lines(of: content)
    case .audit(let content)?: lines(of: content)
    case nil: []
    }
  }

  private func lines(of detail: SessionDetail) -> [DetailLine] {
    let session = detail.session
    let isEnded = detail.ending != nil || !session.isLive(at: now)
    var lines = [
      DetailLine(value: session.owner.login, isHeading: true), DetailLine(),
      DetailLine(label: say(Words.id), value: session.id.description, ink: .link),
      DetailLine(
        label: say(Words.stateLabel), value: say(isEnded ? Words.ended : Words.state(session.state(at: now))),
        ink: isEnded ? .dim : session.state(at: now).ink),
      DetailLine(
        label: say(Words.authenticated),
        value: "\(moment(session.authenticatedAt)) (\((now - session.authenticatedAt).coarse))"),
      DetailLine(label: say(Words.seen), value: "\(moment(session.lastSeenAt)) (\((now - session.lastSeenAt).coarse))"),
    ]
    if let ending = detail.ending {
      lines.append(
        DetailLine(
          label: say(Words.endedLabel),
          value: say(Words.ended(moment(ending.at), ending.how, by: ending.by)),
          ink: .warning))
      if !ending.reason.isEmpty { lines.append(DetailLine(label: say(Words.reasonLabel), value: ending.reason)) }
    } else {
      lines.append(DetailLine(label: say(Words.endsIfIdle), value: moment(session.expiresAt)))
      lines.append(DetailLine(label: say(Words.endsAtLatest), value: moment(session.absoluteExpiresAt)))
    }
    lines += [
      DetailLine(label: say(Words.fromLabel), value: session.address?.description ?? "–", ink: .link),
      DetailLine(label: say(Words.clientLabel), value: UserAgent.summary(session.userAgent)),
      DetailLine(label: say(Words.sentAs), value: session.userAgent, ink: .dim),
    ]
    if !session.createdBy.isEmpty { lines.append(DetailLine(label: say(Words.madeBy), value: session.createdBy)) }
    lines.append(DetailLine(label: say(Words.keeps), value: say(Words.names(detail.dataCount))))
    lines += life(of: detail)
    lines += [DetailLine(), DetailLine(value: say(Words.others), isHeading: true)]
    return lines + rows(of: detail.others, none: Words.noOthers)
  }

  private func lines(of detail: UserDetail) -> [DetailLine] {
    let user = detail.listing.user
    let password =
      detail.scheme.map { say(Words.hashed($0, detail.passwordChangedAt.map(moment) ?? "–")) } ?? say(Words.noPassword)
    var lines = [
      DetailLine(value: user.login.text, isHeading: true), DetailLine(),
      DetailLine(label: say(Words.id), value: "#\(user.id.rawValue)", ink: .link),
      DetailLine(
        label: say(Words.stateLabel), value: say(Words.state(user.state)),
        ink: user.state == .locked ? .danger : .good),
      DetailLine(label: say(Words.createdLabel), value: moment(user.createdAt)),
      DetailLine(
        label: say(Words.lastLoginLabel),
        value: user.lastLoginAt.map { "\(moment($0))  \(user.lastLoginFrom?.description ?? "")" } ?? say(Words.never)),
      DetailLine(label: say(Words.credential), value: password),
    ]
    if let code = detail.codeExpiresAt {
      lines.append(DetailLine(label: say(Words.codeLabel), value: say(Words.codeGiven(moment(code))), ink: .link))
    }
    lines += failures(of: detail.listing)
    lines += [DetailLine(), DetailLine(value: say(Words.theirSessions), isHeading: true)]
    return lines + rows(of: detail.sessions, none: Words.noSessions) + history(of: detail)
  }

  /// Failed logins, where there are any.
  private func failures(of listing: UserListing) -> [DetailLine] {
    guard listing.failures > 0 else { return [] }
    let until = listing.waitsUntil.flatMap { $0 > now ? "\(moment($0)) (\(($0 - now).remaining))" : nil }
    return [
      DetailLine(
        label: say(Words.failedLabel), value: say(Words.failed(listing.failures, until: until)),
        ink: until == nil ? .text : .warning)
    ]
  }

  private func rows(of sessions: [Session], none: Phrase) -> [DetailLine] {
    guard !sessions.isEmpty else { return [DetailLine(value: say(none), ink: .dim)] }
    return sessions.map { session in
      let cells = [
        SafeText.fit(session.id.short, 11), SafeText.fit(say(Words.state(session.state(at: now))), 11),
        SafeText.fit((now - session.createdAt).coarse, 8), SafeText.fit(session.address?.description ?? "–", 16),
        UserAgent.summary(session.userAgent),
      ]
      return DetailLine(value: cells.joined(separator: " "))
    }
  }

  /// A moment with its date, for people.
  func moment(_ time: Timestamp) -> String {
    time.rfc3339.replacing("T").replacingSuffix("Z")
  }
}

extension String {
  fileprivate func replacing(_ mark: Character) -> String { String(map { $0 == mark ? " " : $0 }) }
  fileprivate func replacingSuffix(_ mark: Character) -> String { last == mark ? dropLast() + " UTC" : self }
}
