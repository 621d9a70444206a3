import Screen
import SessionCore

/// What a key in a dialog leads to.
enum ConfirmAnswer {
  case stay
  case cancel
  case act
  case stop
}

extension Confirm {
  mutating func take(_ key: Key) -> ConfirmAnswer {
    if isRunning {
      guard key == .escape || key == .control("c"), !isStopping else { return .stay }
      isStopping = true
      return .stop
    }
    switch key {
    case .escape: return .cancel
    case .tab, .down:
      turn(1)
      return .stay
    case .backTab, .up:
      turn(-1)
      return .stay
    default: break
    }
    switch (focus, key) {
    case (.login, .enter): if loginError == nil { focus = .cancel }
    case (.login, _):
      _ = login.take(key)
      setLogin()
    case (.reason, .enter): focus = number == nil ? .cancel : .count
    case (.reason, _): _ = reason.take(key)
    case (.count, .enter): return number != nil && isReady ? .act : .stay
    case (.count, _): takeCount(key)
    case (.cancel, .enter): return .cancel
    case (.own, .enter), (.own, .character(" ")), (_, .character(Self.ownKey)): toggleOwn()
    case (.act, .enter), (_, .character(Self.key)):
      if isReady { return .act }
      focus = firstMissing ?? focus
    case (_, .left), (_, .right): turn(key == .left ? -1 : 1)
    case (_, .character("q")): return .cancel
    case (_, .character) where number != nil && key.isDigit:
      focus = .count
      takeCount(key)
    default: break
    }
    return .stay
  }

  /// What is still to be said before the act can be done.
  private var firstMissing: Focus? {
    if loginError != nil { return .login }
    if !ownIsMeant { return .own }
    return number == nil ? nil : .count
  }

  private mutating func toggleOwn() { if own > 0 { endsOwn.toggle() } }

  private mutating func turn(_ step: Int) {
    var all: [Focus] = [.cancel]
    if case .addUser = act { all.insert(.login, at: 0) }
    if own > 0 { all.append(.own) }
    if act.takesReason { all.append(.reason) }
    if number != nil { all.append(.count) }
    all.append(.act)
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }
}
