import SessionCore

extension State {
  /// Whether there is room for all panels at once.
  var showsAllPanels: Bool { overviewRows.count >= 16 && size.columns >= 60 }

  /// Moves up or down: from bar to bar where they lie one below the other, else from panel to panel.
  mutating func moveOverview(_ distance: Int) {
    let bar = overview.bar(overview.panel) + distance
    if !overview.panel.isOverTime, abs(distance) == 1, (0..<overview.bars(overview.panel)).contains(bar) {
      overview.choose(bar)
    } else {
      let last = overview.panel.rawValue
      turnPanel(distance < 0 ? -1 : 1)
      // From below one comes to the bar that is nearest.
      if distance == -1, !overview.panel.isOverTime, overview.panel.rawValue < last {
        overview.choose(overview.bars(overview.panel) - 1)
      } else if distance == 1, !overview.panel.isOverTime {
        overview.choose(0)
      }
    }
  }

  private mutating func turnPanel(_ step: Int) {
    let panel = overview.panel
    // The three below stand side by side: left and right lead from one to another.
    if showsAllPanels, !panel.isOverTime {
      if step < 0 { overview.panel = .logins }
      return
    }
    overview.panel = OverviewPanel(rawValue: panel.rawValue + step) ?? panel
  }

  /// Moves left or right: along time, or to the panel beside.
  mutating func moveSideways(_ step: Int) {
    guard overlay == nil, view == .overview else { return }
    if overview.panel.isOverTime {
      overview.choose(overview.slotIndex + step)
    } else if let beside = OverviewPanel(rawValue: overview.panel.rawValue + step), !beside.isOverTime {
      overview.panel = beside
    }
  }

  /// Goes to the panel's first or last bar.
  mutating func jumpOverview(toEnd: Bool) { overview.choose(toEnd ? .max : 0) }

  /// The rows behind the chosen bar: a filter in another view; nil when there are none.
  var behindBar: (view: ViewID, filter: String)? {
    guard let data = overview.data else { return nil }
    let index = overview.bar(overview.panel)
    switch overview.panel {
    case .live, .logins:
      guard data.slots.indices.contains(index) else { return nil }
      let slot = data.slots[index]
      let filter = "since:\(slot.start.minuteText) until:\(slot.end.minuteText)"
      return (overview.panel == .live ? .audit : .attempts, filter)
    case .ends:
      guard data.ends.indices.contains(index) else { return nil }
      let ends = data.ends[index]
      let words = [ends.from.map { "ends>\($0.setting)" }, ends.to.map { "ends<\($0.setting)" }]
      return (.sessions, words.compactMap { $0 }.joined(separator: " "))
    case .addresses:
      return data.addresses.indices.contains(index) ? (.sessions, "from:\(data.addresses[index].value)") : nil
    case .clients:
      guard data.clients.indices.contains(index) else { return nil }
      let name = data.clients[index].value
      return (.sessions, "app:\(Self.word(name.app)) on:\(Self.word(name.system))")
    }
  }

  private static func word(_ name: String?) -> String { name?.lowercased() ?? "none" }

  /// Goes to the rows behind the chosen bar.
  mutating func openBar() -> [Effect] {
    guard let (target, filter) = behindBar else { return [] }
    if overview.panel == .ends { (sort, isDescending) = (.ends, false) }
    view = target
    return setFilter(filter)
  }
}
