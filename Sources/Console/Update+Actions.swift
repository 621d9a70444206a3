import Screen
import SessionCore

extension State {
  /// Does an action, or says why it cannot be done.
  mutating func perform(_ id: Action.ID) -> [Effect] {
    if let reason = disabled(id) {
      notice = Notice(text: reason, ink: .warning)
      return []
    }
    switch id {
    case .down: return move(1)
    case .up: return move(-1)
    case .pageDown: return move(listHeight)
    case .pageUp: return move(-listHeight)
    case .halfDown: return move(max(1, listHeight / 2))
    case .halfUp: return move(-max(1, listHeight / 2))
    case .first: return overlay == nil ? jump(toEnd: false) : scrollDetail(to: 0)
    case .last: return overlay == nil ? jump(toEnd: true) : scrollDetail(to: .max)
    case .open: return openDetail()
    case .back: return back()
    case .end, .endAll, .endEverybody, .lock, .unlock, .forgive, .forgiveNetwork, .giveCode, .remove:
      return act(id).map { ask($0) } ?? []
    case .undo: return undo()
    case .filter:
      overlay = .filter(FilterEditor(line: LineEditor(shownFilter)))
      return []
    case .sortNext: return turnSort(1)
    case .sortPrevious: return turnSort(-1)
    case .reverse:
      isDescending.toggle()
      sessions.reset()
      return reload()
    case .run: return simulate(.logIn)
    case .step: return simulate(simulation.next)
    case .edit:
      simulation.focus = .login
      return []
    case .sessions: return show(.sessions)
    case .users: return show(.users)
    case .attempts: return show(.attempts)
    case .simulate: return show(.simulate)
    case .nextView:
      let all = ViewID.allCases
      return show(all[((all.firstIndex(of: view) ?? 0) + 1) % all.count])
    case .refresh: return [.redraw] + reload()
    case .theme: return [.nextTheme]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .help:
      underHelp = overlay
      overlay = .help(scroll: 0)
      return []
    case .quit:
      // Out of a detail first: the same key never leaves the program by surprise.
      guard overlay == nil else { return back() }
      return [.quit]
    }
  }

  private mutating func move(_ distance: Int) -> [Effect] {
    if case .detail(var detail)? = overlay {
      detail.scroll = max(0, min(detailScrollLimit(detail), detail.scroll + distance))
      overlay = .detail(detail)
      return []
    }
    switch view {
    case .sessions: return sessions.move(by: distance, height: listHeight) ? reload() : []
    case .users: return users.move(by: distance, height: listHeight) ? reload() : []
    case .attempts: return attempts.move(by: distance, height: listHeight) ? reload() : []
    case .simulate: return []
    }
  }

  private mutating func scrollDetail(to line: Int) -> [Effect] {
    guard case .detail(var detail)? = overlay else { return [] }
    detail.scroll = min(detailScrollLimit(detail), line)
    overlay = .detail(detail)
    return []
  }

  private mutating func show(_ view: ViewID) -> [Effect] {
    overlay = nil
    self.view = view
    return reload()
  }

  private mutating func openDetail() -> [Effect] {
    guard overlay == nil else { return back() }
    guard let subject = subjectHere else { return [] }
    overlay = .detail(Detail(subject: subject))
    return [.loadDetail(subject)]
  }

  private mutating func back() -> [Effect] {
    if overlay != nil {
      overlay = nil
      return []
    }
    return view == .simulate || shownFilter.isEmpty ? [] : setFilter("")
  }

  private mutating func turnSort(_ step: Int) -> [Effect] {
    let all = SessionSort.allCases
    sort = all[((all.firstIndex(of: sort) ?? 0) + step + all.count) % all.count]
    // What people look for first: the newest, and what ends soonest.
    isDescending = sort != .ends
    sessions.reset()
    return reload()
  }

  private mutating func simulate(_ step: SimulationStep) -> [Effect] {
    simulation.isRunning = true
    return [.simulate(simulation.request(step))]
  }

  /// Asks before an act, and finds out what it would do.
  private mutating func ask(_ act: Act) -> [Effect] {
    overlay = .confirm(Confirm(act: act), over: overlay)
    return act.selection == nil ? [] : [.preview(act)]
  }
}
