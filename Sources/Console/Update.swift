import Screen
import SessionCore

/// Moves the console on: what happened changes the state, and what is wanted of the world comes back.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  defer { state.keepTime(after: event) }
  return happened(event, &state) + state.endRangePause()
}

/// What an event changes, each for what it is.
private func happened(_ event: Event, _ state: inout State) -> [Effect] {
  switch event {
  case .input(.key(let key)): return state.walk == nil ? state.take(key) : state.guide(key)
  case .input(.paste(let text)): return state.walk == nil ? state.paste(text) : []
  case .input(.mouse(let mouse)): return state.walk == nil ? state.take(mouse) : []
  case .input(.resize(let size)):
    state.fit(size)
    state.keepCursorsVisible()
    return [.redraw] + state.reload()
  case .input(.resumed): return [.redraw] + state.reload()
  case .input(.hangUp): return [.quit]
  // What to wear is not the state's to decide.
  case .input(.ground): return []
  case .tick(let now): return state.tick(now)
  case .databaseChanged:
    return state.reloadUnlessPaused() + state.rereadOverlay()
  case .sessionsRead(let window, let time, let serial): return state.accept(window, at: time, serial: serial)
  case .usersRead(let window, let time, let serial): return state.accept(window, at: time, serial: serial)
  case .sessionsLoaded(let answer, let serial): return state.accept(answer, serial: serial)
  case .usersLoaded(let answer, let serial): return state.accept(answer, serial: serial)
  case .attemptsLoaded(let answer, let serial): return state.accept(answer, serial: serial)
  case .auditLoaded(let answer, let serial): return state.accept(answer, serial: serial)
  case .auditWalked(let walk):
    state.audit.walk = walk
    return []
  case .overviewLoaded(let data, let serial): return state.accept(data, serial: serial)
  case .detailLoaded(let content):
    state.accept(content)
    return []
  case .detailGone(let subject): return state.detailGone(subject)
  case .previewed(let act, let preview):
    state.editConfirm { if $0.act == act { $0.take(preview) } }
    return []
  case .performed(let act, let outcome): return state.performed(act, outcome)
  case .progressed(let act, let count):
    state.progressed(act, count)
    return []
  case .rangeRead(let rows, let isWhole): return state.rangeRead(rows, isWhole: isWhole)
  case .historyLoaded(let acts):
    state.historyLoaded(acts)
    return []
  case .undone(let act, let restored): return state.undone(act, restored)
  case .simulated(let result):
    state.simulation.take(result)
    return []
  case .crowd(let report):
    state.take(report)
    return []
  case .crowdLeft(let report, let trouble): return state.crowdLeft(report, because: trouble)
  case .walkthroughSaved(let path):
    state.notice = Notice(text: Words.saved(path), ink: .good)
    return []
  case .walk(let now): return state.walkOn(at: now)
  case .themesListed(let all):
    state.pickTheme(from: all)
    return []
  case .found(let found, let serial): return state.found(found, serial: serial)
  case .reminded(let serial): return state.reminded(serial)
  case .exporting(let rows):
    state.exporting(rows)
    return []
  case .exported(let end):
    state.exported(end)
    return []
  case .copied(let text, let isSent):
    state.copied(text, isSent: isSent)
    return []
  case .themeChanged(let name):
    state.themeName = name
    return []
  case .serverSeen(let server, let since):
    state.seen(server, waitedSince: since)
    return []
  case .settled(let act, let settlement): return state.settled(act, settlement)
  case .failed(let message, let time): return state.failed(message, at: time)
  case .refused(let message):
    state.simulation.isRunning = false
    state.isUndoing = false
    state.editConfirm { $0.stopped() }
    state.notice = Notice(text: message, ink: .danger)
    return []
  }
}

extension State {
  /// What the console asks for as it opens.
  public mutating func open() -> [Effect] { reload() + openCrowd() }

  mutating func tick(_ now: Timestamp) -> [Effect] {
    self.now = max(self.now, now)
    forgetRowsBefore()
    if let trouble {
      return now >= trouble.retryAt ? reload() + rereadOverlay() : []
    }
    return isShowingExpired || isShowingWaited ? reloadUnlessPaused() : overviewTick()
  }

  /// The database did not answer: what is on the screen stays and shows its age; ask again, more and more rarely.
  mutating func failed(_ message: Phrase, at time: Timestamp) -> [Effect] {
    sessions.fail()
    users.fail()
    attempts.fail()
    audit.list.fail()
    overview.isLoading = false
    simulation.isRunning = false
    // An act that is being done goes on: what becomes of it is said by itself.
    let wait = min(.seconds(10), trouble.map { Interval(milliseconds: $0.wait.milliseconds * 2) } ?? .seconds(1))
    trouble = Trouble(since: trouble?.since ?? time, message: message, retryAt: time + wait, wait: wait)
    return []
  }

  /// Reads anew what the dialogs and the detail tell.
  func rereadOverlay() -> [Effect] {
    var effects: [Effect] = []
    if let detail { effects.append(.loadDetail(detail.subject)) }
    // What a question says must still be true when it is answered.
    if case .confirm(let confirm, _)? = overlay, !confirm.isRunning, confirm.act.isPreviewed {
      effects.append(.preview(confirm.act, again: confirm.act.filterText == nil ? nil : confirm.preview))
    }
    if case .history? = overlay { effects.append(.loadHistory) }
    return effects
  }

  /// The user whose detail is shown, or was asked for, is there no more.
  mutating func detailGone(_ subject: Detail.Subject) -> [Effect] {
    guard detail?.subject == subject else { return [] }
    setUnderlay(nil)
    if notice == nil { notice = Notice(text: Words.userIsGone, ink: .warning) }
    return reload()
  }

  mutating func accept(_ content: Detail.Content) {
    // Another detail may have been opened since, or a question may stand over this one.
    guard var detail, content.isOf(detail.subject) else { return }
    detail.content = content
    setUnderlay(.detail(detail))
  }

  mutating func editConfirm(_ edit: (inout Confirm) -> Void) {
    guard case .confirm(var confirm, let under)? = overlay else { return }
    edit(&confirm)
    overlay = .confirm(confirm, over: under)
  }
}
