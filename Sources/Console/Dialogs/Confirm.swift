import Screen
import SessionCore

/// A question before an act: what it would do, and why it is done.
public struct Confirm: Equatable, Sendable {
  /// What of the dialog takes the keys.
  public enum Focus: Equatable, Sendable, CaseIterable {
    /// The way out, chosen at first.
    case cancel
    /// The reason, being typed.
    case reason
    /// The act.
    case act
  }

  /// The act.
  public var act: Act
  /// What it would do; nil while that is being found out, or where it ends nothing.
  public var preview: EndPreview?
  var reason = LineEditor()
  var focus = Focus.cancel
  /// Whether the act is being done.
  var isRunning = false

  init(act: Act) { self.act = act }

  /// The key that confirms. Never the one that asked.
  public static let key = Character("e")
  /// Whether all is known that has to be known before confirming.
  var isReady: Bool { !isRunning && (act.selection == nil || preview != nil) }
}

/// What a key in a dialog leads to.
enum ConfirmAnswer {
  case stay
  case cancel
  case act
}

extension Confirm {
  mutating func take(_ key: Key) -> ConfirmAnswer {
    if isRunning { return .stay }
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
    case (.reason, .enter): focus = .cancel
    case (.reason, _): _ = reason.take(key)
    case (.cancel, .enter): return .cancel
    case (.act, .enter), (_, .character(Self.key)): return isReady ? .act : .stay
    case (_, .left), (_, .right): turn(key == .left ? -1 : 1)
    case (_, .character("q")): return .cancel
    default: break
    }
    return .stay
  }

  private mutating func turn(_ step: Int) {
    let all = Focus.allCases
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }
}
