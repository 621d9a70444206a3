import SessionCore

extension State {
  /// Asks before an act, and finds out what it would do. A range that is being chosen is marked first.
  mutating func ask(_ id: Action.ID) -> [Effect] {
    if hasRange, overlay == nil { return endRange(then: id) }
    return act(id).map { ask($0) } ?? []
  }

  /// Asks before an act, and finds out what it would do.
  mutating func ask(_ act: Act) -> [Effect] {
    overlay = .confirm(Confirm(act: act, actor: setting.actor), over: overlay)
    return act.isPreviewed ? [.preview(act)] : []
  }

  /// Asks who is to be added.
  mutating func askWhom() -> [Effect] {
    var confirm = Confirm(act: .addUser(login: ""), actor: setting.actor)
    confirm.focus = .login
    overlay = .confirm(confirm, over: overlay)
    return []
  }

  /// What was just done, said; and the lists read anew.
  mutating func performed(_ act: Act, _ outcome: Outcome) -> [Effect] {
    if case .confirm(_, let under)? = overlay { overlay = under }
    if case .remove = act, case .detail? = overlay { overlay = nil }
    if let done = outcome.act { remember(done) }
    forgetMarks(act)
    let played = outcome.isChanged ? playedAct(act) : []
    if let slip = outcome.slip {
      overlay = .code(slip, over: overlay)
    } else {
      notice = Notice(text: Words.done(act, outcome), ink: outcome.isWhole ? .good : .warning)
    }
    var effects = reload() + played
    if let detail { effects.append(.loadDetail(detail.subject)) }
    return effects
  }

  /// What was acted on is marked no more: the next act begins with the cursor's row again.
  mutating func forgetMarks(_ act: Act) {
    switch act {
    case .sessions(_, .marked): marks.sessions = MarkSet()
    // Ending all that is simulated is by a filter as well, and not about the marks.
    case .sessions(_, .matching) where marks.sessions.isAll: marks.sessions = MarkSet()
    case .users(_, .marked), .users(_, .matching):
      if view == .users { marks.users = MarkSet() } else { marks.sessions = MarkSet() }
    default: break
    }
  }

  /// How far an act has come.
  mutating func progressed(_ act: Act, _ count: Int) {
    editConfirm { if $0.act == act, $0.isRunning { $0.progress = count } }
  }
}

extension Outcome {
  /// Whether it did all that it was asked to.
  var isWhole: Bool { isChanged && !result.isStopped && result.changed.isEmpty }
}
