import Screen
import SessionCore

extension State {
  /// Does an action, or says why it cannot be done.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = action.obstacle(self) {
      notice = Notice(text: reason, ink: .warning)
      return []
    }
    return action.run(&self)
  }

  mutating func goToFirst() -> [Effect] { overlay == nil ? jump(toEnd: false) : scrollDetail(to: 0) }

  mutating func goToLast() -> [Effect] { overlay == nil ? jump(toEnd: true) : scrollDetail(to: .max) }

  mutating func openHelp() -> [Effect] {
    underHelp = overlay
    overlay = .help(Help())
    return []
  }

  /// Leaves the console; out of a detail first: the same key never leaves the program by surprise.
  mutating func leave() -> [Effect] { overlay == nil ? [.quit] : back() }

  mutating func showNext() -> [Effect] {
    let all = ViewID.allCases
    return show(all[((all.firstIndex(of: view) ?? 0) + 1) % all.count])
  }

  mutating func move(_ distance: Int) -> [Effect] {
    if case .detail(var detail)? = overlay {
      detail.scroll = max(0, min(detailScrollLimit(detail), detail.scroll + distance))
      overlay = .detail(detail)
      return []
    }
    defer { stretchRange() }
    switch view {
    case .sessions: return sessions.move(by: distance, height: listHeight) ? reload() : []
    case .users: return users.move(by: distance, height: listHeight) ? reload() : []
    case .attempts: return attempts.move(by: distance, height: listHeight) ? reload() : []
    case .audit: return audit.list.move(by: distance, height: listHeight) ? reload() : []
    case .overview:
      moveOverview(distance)
      return []
    case .simulate: return []
    }
  }

  private mutating func scrollDetail(to line: Int) -> [Effect] {
    guard case .detail(var detail)? = overlay else { return [] }
    detail.scroll = min(detailScrollLimit(detail), line)
    overlay = .detail(detail)
    return []
  }

  mutating func show(_ view: ViewID) -> [Effect] {
    overlay = nil
    if self.view != view { dropRange() }
    self.view = view
    return reload()
  }

  mutating func openDetail() -> [Effect] {
    if case .detail(let detail)? = overlay, let user = detail.subject.user {
      return open(.user(user), from: detail.subject)
    }
    guard overlay == nil else { return back() }
    if view == .overview { return openBar() }
    return subjectHere.map { open($0) } ?? []
  }

  private mutating func open(_ subject: Detail.Subject, from origin: Detail.Subject? = nil) -> [Effect] {
    overlay = .detail(Detail(subject: subject, origin: origin))
    return [.loadDetail(subject)]
  }

  mutating func back() -> [Effect] {
    if let origin = detail?.origin { return open(origin) }
    if overlay != nil {
      overlay = nil
      return []
    }
    if clearMarks() { return [] }
    return shownFilter.isEmpty || !Set<ViewID>.lists.contains(view) ? [] : setFilter("")
  }
}
