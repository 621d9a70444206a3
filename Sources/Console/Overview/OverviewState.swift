import SessionCore

/// What of an overview is drawn together.
public enum OverviewPanel: Int, Sendable, CaseIterable {
  /// Live sessions over time.
  case live
  /// Logins and failures over time.
  case logins
  /// When sessions end.
  case ends
  /// Where most of them came from.
  case addresses
  /// What most of them use.
  case clients

  /// Whether its bars are slots of time, one beside the other.
  var isOverTime: Bool { self == .live || self == .logins }
}

/// What the overview knows, and which of its bars is chosen.
public struct OverviewState: Equatable, Sendable {
  /// The figures; nil until the first answer.
  public internal(set) var data: Overview?
  /// How far back to look.
  public internal(set) var span = OverviewSpan.hour
  /// The panel that the chosen bar is in.
  public internal(set) var panel = OverviewPanel.logins
  /// When the chosen slot begins; nil for the one that holds the present, which moves on with it.
  var slot: Timestamp?
  /// Which of the times to the end is chosen.
  var end = 0
  /// The chosen address, and the chosen client; nil for the first.
  var address: IPAddress?
  var client: UserAgent.Name?
  /// The number of the last request: an answer to an older one is dropped.
  var serial = 0
  var isLoading = false
  var isStale = false

  /// Figures are read no more often than this, however much changes.
  static let patience = Interval.seconds(3)
  /// Where nothing changes, only time does: the figures follow it this often, or once a slot where that is longer.
  static let drift = Interval.minutes(5)
}

extension OverviewState {
  /// The index of the chosen slot.
  var slotIndex: Int {
    guard let slots = data?.slots, let slot, let first = slots.first else { return (data?.slots.count ?? 1) - 1 }
    return slots.firstIndex { $0.end > slot } ?? (slot < first.start ? 0 : slots.count - 1)
  }

  /// The bars of the panel.
  func bars(_ panel: OverviewPanel) -> Int {
    guard let data else { return 0 }
    return switch panel {
    case .live, .logins: data.slots.count
    case .ends: data.ends.count
    case .addresses: data.addresses.count
    case .clients: data.clients.count
    }
  }

  /// The index of the panel's chosen bar.
  func bar(_ panel: OverviewPanel) -> Int {
    guard let data else { return 0 }
    return switch panel {
    case .live, .logins: slotIndex
    case .ends: min(end, max(0, data.ends.count - 1))
    case .addresses: data.addresses.firstIndex { $0.value == address } ?? 0
    case .clients: data.clients.firstIndex { $0.value == client } ?? 0
    }
  }

  /// Chooses a bar of the panel. What is chosen is what it stands for: it stays chosen while figures change.
  mutating func choose(_ index: Int) {
    guard let data else { return }
    let index = max(0, min(bars(panel) - 1, index))
    switch panel {
    case .live, .logins: slot = index == data.slots.count - 1 ? nil : data.slots[index].start
    case .ends: end = index
    case .addresses: address = data.addresses.indices.contains(index) ? data.addresses[index].value : nil
    case .clients: client = data.clients.indices.contains(index) ? data.clients[index].value : nil
    }
  }
}

extension State {
  /// Reads the figures anew: now, after the answer that is on its way, or when they are old enough to be read again.
  mutating func reloadOverview() -> [Effect] {
    let isYoung = overview.data.map { $0.span == overview.span && now - $0.at < OverviewState.patience } ?? false
    guard !overview.isLoading, !isYoung else {
      overview.isStale = true
      return []
    }
    return askOverview()
  }

  private mutating func askOverview() -> [Effect] {
    overview.serial += 1
    (overview.isLoading, overview.isStale) = (true, false)
    return [.loadOverview(overview.span, serial: overview.serial)]
  }

  /// Takes figures in; those of an older request are dropped.
  mutating func accept(_ data: Overview, serial: Int) -> [Effect] {
    guard serial == overview.serial else { return [] }
    overview.isLoading = false
    overview.data = data
    answered(at: data.at)
    totals = data.totals
    return []
  }

  /// Figures that wait to be read anew, or that time has left behind.
  mutating func overviewTick() -> [Effect] {
    guard view == .overview, !overview.isLoading, let data = overview.data else { return [] }
    let age = now - data.at
    let isLeftBehind = age >= max(OverviewState.drift, data.span.slot)
    return isLeftBehind || (overview.isStale && age >= OverviewState.patience) ? askOverview() : []
  }

  /// Looks further back, or less far.
  mutating func turnSpan(_ step: Int) -> [Effect] {
    overview.span = overview.span.turned(step)
    overview.slot = nil
    overview.isLoading = false
    return askOverview()
  }
}
