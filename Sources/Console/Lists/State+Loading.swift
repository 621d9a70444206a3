import SessionCore

extension State {
  /// Lines of the list on the screen.
  var listHeight: Int { layout.list.count }

  /// Rows to load to either side of the cursor: some screens, so that most moves need no answer.
  var reach: Int { max(60, 2 * listHeight) }

  /// Reads the shown list anew, now or after the answer that is on its way.
  mutating func reload() -> [Effect] {
    switch view {
    case .sessions: return reloadSessions()
    case .users: return reloadUsers()
    case .attempts: return reloadAttempts()
    case .audit: return reloadAudit()
    case .overview: return reloadOverview()
    case .simulate: return reloadSessions()
    }
  }

  /// Reads the list from its start or its end, whatever the cursor is on.
  mutating func jump(toEnd: Bool) -> [Effect] {
    switch view {
    case .sessions:
      let serial = sessions.ask(aroundCursor: false)
      return [.loadSessions(sessionQuery, toEnd ? .end : .start, cursor: nil, reach: reach, serial: serial)]
    case .users:
      let serial = users.ask(aroundCursor: false)
      return [.loadUsers(userQuery, toEnd ? .end : .start, cursor: nil, reach: reach, serial: serial)]
    case .attempts:
      let serial = attempts.ask(aroundCursor: false)
      return [.loadAttempts(attemptQuery, toEnd ? .end : .start, cursor: nil, reach: reach, serial: serial)]
    case .audit: return jumpAudit(toEnd: toEnd)
    case .overview:
      jumpOverview(toEnd: toEnd)
      return []
    case .simulate: return []
    }
  }

  private mutating func reloadSessions() -> [Effect] {
    guard !sessions.isLoading else {
      sessions.isStale = true
      return []
    }
    let query = sessionQuery
    let (anchor, row) = sessions.anchor(query.position)
    let serial = sessions.ask(aroundCursor: true)
    return [.loadSessions(query, anchor, cursor: row?.id, reach: reach, serial: serial)]
  }

  private mutating func reloadUsers() -> [Effect] {
    guard !users.isLoading else {
      users.isStale = true
      return []
    }
    let query = userQuery
    let (anchor, row) = users.anchor { query.position(of: $0.user) }
    let serial = users.ask(aroundCursor: true)
    return [.loadUsers(query, anchor, cursor: row?.user.id, reach: reach, serial: serial)]
  }

  private mutating func reloadAttempts() -> [Effect] {
    guard !attempts.isLoading else {
      attempts.isStale = true
      return []
    }
    let (anchor, row) = attempts.anchor(\.number)
    let serial = attempts.ask(aroundCursor: true)
    return [.loadAttempts(attemptQuery, anchor, cursor: row?.number, reach: reach, serial: serial)]
  }

  /// Takes an answer for sessions in; one to an older request is dropped.
  mutating func accept(_ answer: ListAnswer<Session>, serial: Int) -> [Effect] {
    guard serial == sessions.serial else { return [] }
    let effects = sessions.shownSerial == serial ? [] : accept(answer.window, at: answer.at, serial: serial)
    (totals, sessions.count) = (answer.totals, answer.matching)
    return effects
  }

  /// Takes sessions in that are being counted.
  mutating func accept(_ window: Window<Session>, at time: Timestamp, serial: Int) -> [Effect] {
    guard serial == sessions.serial else { return [] }
    answered(at: time)
    sessions.readAt = time
    let isJump = sessions.asked == nil
    if let gone = sessions.accept(window, height: listHeight), notice == nil, view == .sessions {
      notice = Notice(text: Words.sessionGone(gone.owner.login), ink: .warning)
    }
    isJump ? stretchRange() : holdRange()
    return sessions.isStale ? reloadSessions() : []
  }

  /// Takes an answer for users in; one to an older request is dropped.
  mutating func accept(_ answer: ListAnswer<UserListing>, serial: Int) -> [Effect] {
    guard serial == users.serial else { return [] }
    let effects = users.shownSerial == serial ? [] : accept(answer.window, at: answer.at, serial: serial)
    (totals, users.count) = (answer.totals, answer.matching)
    return effects
  }

  /// Takes users in that are being counted.
  mutating func accept(_ window: Window<UserListing>, at time: Timestamp, serial: Int) -> [Effect] {
    guard serial == users.serial else { return [] }
    answered(at: time)
    users.readAt = time
    let isJump = users.asked == nil
    if let gone = users.accept(window, height: listHeight), notice == nil, view == .users {
      notice = Notice(text: Words.userGone(gone.user.login.text), ink: .warning)
    }
    isJump ? stretchRange() : holdRange()
    return users.isStale ? reloadUsers() : []
  }

  /// Takes an answer for attempts in; one to an older request is dropped.
  mutating func accept(_ answer: AttemptAnswer, serial: Int) -> [Effect] {
    guard serial == attempts.serial else { return [] }
    answered(at: answer.list.at)
    totals = answer.list.totals
    (attempts.count, attempts.readAt) = (answer.list.matching, answer.list.at)
    // First who has to wait: that they have more or fewer lines leaves the list fewer or more.
    waiting = answer.waiting
    if attempts.accept(answer.list.window, height: listHeight) != nil, notice == nil, view == .attempts {
      notice = Notice(text: Words.attemptGone, ink: .warning)
    }
    return attempts.isStale ? reloadAttempts() : []
  }

  /// Keeps every list's cursor on the screen, and that of what stands over it.
  mutating func keepCursorsVisible() {
    sessions.keepCursorVisible(listHeight)
    users.keepCursorVisible(listHeight)
    attempts.keepCursorVisible(listHeight)
    audit.list.keepCursorVisible(listHeight)
    switch overlay {
    case .history(var history, let under)?:
      history.move(by: 0, height: historyHeight)
      overlay = .history(history, over: under)
    case .themes(var picker, let under)?:
      picker.show(themeBoxHeight)
      overlay = .themes(picker, over: under)
    default: break
    }
  }

  /// Notes that the database has answered.
  mutating func answered(at time: Timestamp) {
    now = max(now, time)
    movePause()
    trouble = nil
    serverWaitedSince = nil
  }

  /// Whether somebody on the screen has waited long enough since the list was read.
  var isShowingWaited: Bool {
    switch view {
    case .attempts: waiting.contains { $0.until <= now }
    case .users: users.visible(listHeight).contains { $0.waitsUntil.map { $0 <= now } ?? false }
    case .sessions, .audit, .overview, .simulate: false
    }
  }

  /// Whether a session on the screen has run out since the list was read.
  var isShowingExpired: Bool {
    view == .sessions
      && sessions.visible(listHeight).contains { row in
        row.expiresAt <= now && !(sessions.isGone && row.id == sessions.current?.id)
      }
  }
}
