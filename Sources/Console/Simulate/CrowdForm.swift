import Screen
import SessionCore

/// A crowd being described.
public struct CrowdForm: Equatable, Sendable {
  /// What takes the keys.
  public enum Focus: Int, Equatable, Sendable, CaseIterable {
    /// The way out, chosen at first.
    case cancel
    /// How many visitors.
    case visitors
    /// How many requests a second.
    case rate
    /// The seed.
    case seed
    /// What begins it.
    case start
  }

  var focus = Focus.cancel
  var visitors: LineEditor
  var rate: LineEditor
  var seed: LineEditor

  init(_ wish: CrowdWish = CrowdWish()) {
    visitors = LineEditor("\(wish.visitors)")
    let tenths = wish.requestsInTenSeconds
    rate = LineEditor(tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
    seed = LineEditor("\(wish.seed)")
  }

  /// The key that begins it. Never the one that asked.
  static let key = Confirm.key

  /// What is wanted, but for whose password; nil while a number is none that it may be.
  var wish: CrowdWish? {
    guard let visitors = Int(visitors.text), CrowdWish.visitorsRange.contains(visitors),
      let rate = Self.tenths(rate.text), CrowdWish.rateRange.contains(rate), let seed = UInt64(seed.text)
    else { return nil }
    return CrowdWish(visitors: visitors, requestsInTenSeconds: rate, seed: seed)
  }

  /// The first field that cannot be used.
  var mistake: Focus? {
    if Int(visitors.text).map(CrowdWish.visitorsRange.contains) != true { return .visitors }
    if Self.tenths(rate.text).map(CrowdWish.rateRange.contains) != true { return .rate }
    return UInt64(seed.text) == nil ? .seed : nil
  }

  /// Reads a number with at most one digit after the point, as tenths.
  private static func tenths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), whole >= 0, whole < 10_000 else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].count == 1, let tenth = Int(parts[1]), tenth >= 0 else { return nil }
    return whole * 10 + tenth
  }

  /// What a key leads to.
  enum Answer {
    case stay, cancel, act
  }

  /// Takes a key.
  mutating func take(_ key: Key) -> Answer {
    switch key {
    case .escape: return .cancel
    case .tab, .down: turn(1)
    case .backTab, .up: turn(-1)
    case .character(Self.key):
      if wish != nil { return .act }
      focus = mistake ?? focus
    case .enter where focus == .cancel: return .cancel
    case .enter where focus == .start:
      if wish != nil { return .act }
      focus = mistake ?? focus
    case .enter: turn(1)
    case .character("q"): return .cancel
    default: edit(key)
    }
    return .stay
  }

  private mutating func edit(_ key: Key) {
    if case .character(let character) = key {
      guard character.isASCII, character.isNumber || (focus == .rate && character == ".") else { return }
      // Digits are for a field: from the way out, for the first one.
      if focus == .cancel {
        focus = .visitors
        visitors = LineEditor()
      }
    }
    switch focus {
    case .visitors: _ = visitors.take(key)
    case .rate: _ = rate.take(key)
    case .seed: _ = seed.take(key)
    case .cancel, .start: if key == .left || key == .right { turn(key == .left ? -1 : 1) }
    }
  }

  private mutating func turn(_ step: Int) {
    let all: [Focus] = [.cancel, .visitors, .rate, .seed, .start]
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }
}
