import Screen
import SessionCore

/// A question before an act: what it would do, and why it is done.
public struct Confirm: Equatable, Sendable {
  /// What of the dialog takes the keys.
  public enum Focus: Equatable, Sendable {
    /// The way out, chosen at first.
    case cancel
    /// The reason, being typed.
    case reason
    /// How many sessions end, being typed.
    case count
    /// The act.
    case act
  }

  /// The act.
  public var act: Act
  /// What it would do; nil while that is being found out, or where it ends nothing.
  public var preview: EndPreview?
  var reason = LineEditor()
  var count = LineEditor()
  var focus = Focus.cancel
  /// Whether the act is being done.
  var isRunning = false
  /// The number to type, once typing has begun: it does not change under somebody's fingers.
  private var begunWith: Int?

  init(act: Act) { self.act = act }

  /// The key that confirms. Never the one that asked.
  public static let key = Character("e")
  /// Above so many sessions their number is typed.
  public static let countedAbove = 100

  /// The number that has to be typed; nil for none.
  var number: Int? {
    begunWith ?? preview.flatMap { $0.count.value > Self.countedAbove ? $0.count.value : nil }
  }

  /// Whether all is known and typed that has to be before confirming.
  var isReady: Bool {
    !isRunning && (act.selection == nil || preview != nil) && number.map { count.text == "\($0)" } ?? true
  }
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
    case (.reason, .enter): focus = number == nil ? .cancel : .count
    case (.reason, _): _ = reason.take(key)
    case (.count, .enter): return number != nil && isReady ? .act : .stay
    case (.count, _): takeCount(key)
    case (.cancel, .enter): return .cancel
    case (.act, .enter), (_, .character(Self.key)):
      if isReady { return .act }
      if number != nil { focus = .count }
    case (_, .left), (_, .right): turn(key == .left ? -1 : 1)
    case (_, .character("q")): return .cancel
    case (_, .character) where number != nil && key.isDigit:
      focus = .count
      takeCount(key)
    default: break
    }
    return .stay
  }

  private mutating func takeCount(_ key: Key) {
    if case .character = key, !key.isDigit { return }
    let asked = number
    guard count.take(key) else { return }
    begunWith = count.text.isEmpty ? nil : asked
  }

  private mutating func turn(_ step: Int) {
    let all: [Focus] = [.cancel] + (act.takesReason ? [.reason] : []) + (number == nil ? [] : [.count]) + [.act]
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }
}

extension Key {
  fileprivate var isDigit: Bool { if case .character("0"..."9") = self { true } else { false } }
}
