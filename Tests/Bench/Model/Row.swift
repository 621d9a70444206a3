/// A line of the table: a figure of ours, beside what it is held against.
struct Row: Codable, Equatable {
  /// What is measured together: `check`, `console` and so on.
  let group: String
  /// What was measured.
  let what: String
  /// Sessions in the database; nil where that does not matter.
  let size: Int?
  /// Rollcall's figure. A time is a median.
  let figure: Double
  /// Of both figures: `ms`, `instructions`, `requests/s` and so on.
  let unit: String
  /// Of a time that was taken often: 99 of 100 were no longer.
  let p99: Double?
  /// What was written to the terminal for it.
  let bytes: Int?
  /// What it is held against, measured in the same run.
  let peer: String?
  /// The peer's figure.
  let peerFigure: Double?
  /// Ours divided by the peer's.
  let ratio: Double?
  /// What was set for it, in words.
  let goal: String?
  /// Whether the goal is met.
  let holds: Bool?

  init(
    _ group: String, _ what: String, size: Int? = nil, _ figure: Double, _ unit: String, p99: Double? = nil,
    bytes: Int? = nil, beside peer: (name: String, figure: Double)? = nil, goal: Goal? = nil
  ) {
    self.group = group
    self.what = what
    self.size = size
    self.figure = figure.rounded(digits: 6)
    self.unit = unit
    self.p99 = p99?.rounded(digits: 6)
    self.bytes = bytes
    self.peer = peer?.name
    peerFigure = peer.map { $0.figure.rounded(digits: 6) }
    let ratio = peer.flatMap { $0.figure > 0 ? figure / $0.figure : nil }
    self.ratio = ratio?.rounded(digits: 3)
    self.goal = goal?.words(unit)
    holds = goal.flatMap { $0.isMet(by: figure, p99: p99, ratio: ratio) }
  }

  /// What tells it from all others.
  var key: String { "\(group)/\(what)/\(size ?? 0)/\(peer ?? "")" }
}

/// What was set for a row.
enum Goal: Sendable {
  /// The figure is at most this.
  case atMost(Double)
  /// 99 of 100 are at most this.
  case p99AtMost(Double)
  /// The figure is at most so many times the peer's.
  case timesAtMost(Double)
  /// The peer's figure is at least so many times ours.
  case fasterBy(Double)
  /// Ours is at least so many times the peer's: for what is better when greater.
  case timesAtLeast(Double)

  func words(_ unit: String) -> String {
    switch self {
    case .atMost(let bound): "≤ \(bound.rough) \(unit)"
    case .p99AtMost(let bound): "p99 ≤ \(bound.rough) \(unit)"
    case .timesAtMost(let bound): "≤ \(bound.rough) ×"
    case .fasterBy(let bound): "≤ 1/\(bound.rough)"
    case .timesAtLeast(let bound): "≥ \(bound.rough) ×"
    }
  }

  /// Nil where the peer was not measured.
  func isMet(by figure: Double, p99: Double?, ratio: Double?) -> Bool? {
    switch self {
    case .atMost(let bound): figure <= bound
    case .p99AtMost(let bound): p99.map { $0 <= bound }
    case .timesAtMost(let bound): ratio.map { $0 <= bound }
    case .fasterBy(let bound): ratio.map { $0 <= 1 / bound }
    case .timesAtLeast(let bound): ratio.map { $0 >= bound }
    }
  }
}
