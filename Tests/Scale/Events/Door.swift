/// What can be shut for a while: those who come wait until it opens, and then go through together.
final class Door {
  private var waiting: [() -> Void] = []
  /// Whether it is shut.
  var isShut = false {
    didSet {
      guard !isShut else { return }
      let all = waiting
      waiting = []
      for act in all { act() }
    }
  }

  /// Runs `act` now, or as soon as it is open.
  func pass(_ act: @escaping () -> Void) {
    if isShut { waiting.append(act) } else { act() }
  }
}
