import Screen
import SessionCore

extension State {
  /// Why no crowd can come or go now; nil when it can.
  var crowdDisabled: Phrase? {
    if crowd.wish != nil { return crowd.isLeaving ? Words.crowdIsLeaving : nil }
    if let reason = simulationForbidden { return reason }
    return setting.simulation.people == .one && simulation.login.text.isEmpty ? Words.whoLogsIn : nil
  }

  /// Sends the crowd away, which harms nobody; or asks how large one is to be.
  mutating func turnCrowd() -> [Effect] {
    guard crowd.wish == nil else {
      crowd.isLeaving = true
      return [.stopCrowd]
    }
    overlay = .simulate(.crowd(CrowdForm(crowd.last)))
    return []
  }

  mutating func take(_ key: Key, _ form: CrowdForm) -> [Effect] {
    var form = form
    switch form.take(key) {
    case .stay:
      overlay = .simulate(.crowd(form))
      return []
    case .cancel:
      overlay = nil
      notice = Notice(text: Words.nothingDone, ink: .dim)
      return []
    case .act:
      overlay = nil
      guard let wish = form.wish else { return [] }
      return start(wish)
    }
  }

  /// Lets a crowd come.
  mutating func start(_ wish: CrowdWish) -> [Effect] {
    var full = wish
    full.login = simulation.login.text
    full.password = simulation.password.text
    crowd = CrowdState(wish: wish, last: wish)
    crowd.report.visitors = wish.visitors
    return [.startCrowd(full)]
  }

  /// Takes what the crowd has done so far.
  mutating func take(_ report: CrowdReport) {
    guard crowd.wish != nil else { return }
    crowd.report = report
  }

  /// Says what a crowd did that is gone.
  mutating func crowdLeft(_ report: CrowdReport, because trouble: Phrase?) -> [Effect] {
    guard crowd.wish != nil else { return [] }
    crowd = CrowdState(last: crowd.last)
    notice =
      trouble.map { Notice(text: $0, ink: .danger) }
      ?? Notice(text: Words.crowdLeft(report), ink: report.failed > 0 || report.done == 0 ? .warning : .good)
    return reload()
  }
}

extension State {
  /// The crowd that comes as the console opens.
  mutating func openCrowd() -> [Effect] {
    guard let wish = setting.simulation.opening, crowdDisabled == nil else { return [] }
    return start(wish)
  }
}
