import Screen
import SessionCore

extension State {
  /// Takes in how the database's server stands, and since when it has been waited for.
  mutating func seen(_ new: ServerState, waitedSince: Timestamp?) {
    let old = server
    server = new
    serverWaitedSince = waitedSince
    if let failOver = new.reach.failOver, failOver != old?.reach.failOver {
      serverNotice = Notice(text: Words.sentence(failOver.words), ink: .warning)
    } else if let before = old?.reach.current, let now = new.reach.current, before != now {
      serverNotice = Notice(text: Words.wentBack(new.reach.name), ink: .good)
    } else if let text = news(of: new, after: old) {
      let text = new.reach.failOver.map { after(Words.sentence($0.words), text) } ?? text
      serverNotice = Notice(text: text, ink: new.concern == nil ? .good : .warning)
    }
  }

  /// News of a cluster after that of a fail-over, where that still stands: a host that is lost makes its cluster smaller.
  private func after(_ failOver: Phrase, _ news: Phrase) -> Phrase {
    guard serverNotice?.text.english.hasPrefix(failOver.english) == true else { return news }
    return Phrase(failOver.english + " " + news.english, failOver.chinese + news.chinese)
  }

  /// What is worth a line of its own: that something is wrong, or well again. How far a node is behind comes and goes, and
  /// is said in the top line alone.
  private func news(of new: ServerState, after old: ServerState?) -> Phrase? {
    let (before, now) = (old?.concern, new.concern)
    guard new.reach.current != nil, before != now, before != .behind || now != nil, now != .behind else { return nil }
    return Words.news(new)
  }

  /// Whether every host of the database was tried in vain.
  var isEveryHostLost: Bool {
    server?.reach.hosts.allSatisfy { host in
      if case .lost(_, let why) = host.condition { why != .denied } else { false }
    } ?? false
  }

  /// Whether what is on the screen may be old: the database does not answer, or has not yet.
  var isUnanswered: Bool { trouble != nil || serverWaitedSince != nil }

  /// What stands above the keys for as long as it is so.
  var standing: (text: String, ink: Ink)? {
    if let trouble {
      guard let server, isEveryHostLost else {
        return (say(Words.trouble(say(trouble.message), since: trouble.since.timeOfDay + " UTC")), .danger)
      }
      let since = min(trouble.since, server.reach.lostSince ?? trouble.since)
      return (say(Words.noHost(server.reach, since: since.timeOfDay + " UTC")), .danger)
    }
    if let server, let since = serverWaitedSince {
      return (say(Words.waiting(server.reach, since: since.timeOfDay + " UTC")), .warning)
    }
    return nil
  }

  /// What is said above the keys until the next key.
  var said: Notice? {
    guard let notice, let serverNotice else { return notice ?? serverNotice }
    let text = Phrase(
      notice.text.english + " " + serverNotice.text.english, notice.text.chinese + serverNotice.text.chinese)
    return Notice(text: text, ink: notice.ink == .danger ? .danger : serverNotice.ink)
  }
}
