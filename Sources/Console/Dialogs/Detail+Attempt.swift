import Screen
import SessionCore

extension State {
  /// The lines of an attempt's detail: what it was, who has to wait for it, and what else was tried.
  func lines(of detail: AttemptDetail) -> [DetailLine] {
    let attempt = detail.entry.attempt
    var lines = [
      DetailLine(value: attempt.login, isHeading: true), DetailLine(),
      DetailLine(label: say(Words.numberLabel), value: "#\(detail.entry.number)", ink: .link),
      DetailLine(
        label: say(Words.outcomeLabel), value: say(Words.outcome(attempt.outcome)), ink: attempt.outcome.ink),
      DetailLine(label: say(Words.whenLabel), value: "\(moment(attempt.at)) (\((now - attempt.at).coarse))"),
      DetailLine(
        label: say(Words.userLabel), value: user(detail.user, attempt), ink: detail.user == nil ? .dim : .text),
      DetailLine(label: say(Words.fromLabel), value: attempt.address?.description ?? "–", ink: .link),
      DetailLine(label: say(Words.clientLabel), value: UserAgent.summary(attempt.userAgent)),
      DetailLine(label: say(Words.sentAs), value: attempt.userAgent, ink: .dim),
      DetailLine(), DetailLine(value: say(Words.countersTitle), isHeading: true),
    ]
    lines += detail.throttles.map { line($0) }
    if detail.throttles.isEmpty { lines.append(DetailLine(value: say(Words.noCounters), ink: .dim)) }
    if attempt.userID != nil {
      lines += [DetailLine(), DetailLine(value: say(Words.attemptsOnUser), isHeading: true)]
      lines += detail.onUser.map { line($0) }
    }
    if attempt.address != nil {
      lines += [DetailLine(), DetailLine(value: say(Words.attemptsFromAddress), isHeading: true)]
      lines += detail.fromAddress.map { line($0) }
    }
    return lines
  }

  private func user(_ listing: UserListing?, _ attempt: Attempt) -> String {
    guard let user = listing?.user else {
      return attempt.userID.map { "#\($0.rawValue), " + say(Words.removed) } ?? say(Words.nobodys)
    }
    return "\(user.login.text) #\(user.id.rawValue), \(say(Words.state(user.state)))  " + say(Words.enterOpensUser)
  }

  private func line(_ throttle: Throttle) -> DetailLine {
    let isWaiting = throttle.until > now
    let who = throttle.scope == .address ? throttle.address.map { Act.forgiveNetwork($0).whom } ?? "–" : throttle.login
    let wait = isWaiting ? say(Words.waiting((throttle.until - now).remaining)) : say(Words.waitsNot)
    return DetailLine(
      value: [
        SafeText.fit(say(Words.scope(throttle.scope)), 12), SafeText.fit(who, 24),
        SafeText.fit(say(Words.failureCount(CappedCount(found: throttle.failures))), 14), wait,
      ].joined(separator: " "), ink: isWaiting ? .warning : .text)
  }

  /// An attempt in one line.
  func line(_ entry: AttemptEntry) -> DetailLine {
    let attempt = entry.attempt
    return DetailLine(
      value: [
        SafeText.fit((now - attempt.at).coarse, 8), SafeText.fit(attempt.login, 16),
        SafeText.fit(say(Words.outcome(attempt.outcome)), 16),
        SafeText.fit(attempt.address?.description ?? "–", 16), UserAgent.summary(attempt.userAgent),
      ].joined(separator: " "))
  }
}
