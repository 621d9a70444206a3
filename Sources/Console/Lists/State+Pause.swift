import SessionCore

/// The lists stand still, so that what is looked at does not move away.
struct Pause: Equatable, Sendable {
  /// The moment that is shown.
  var at: Timestamp
  /// Whether it is for the range that is being chosen, and goes on with its end: under a range that moves, rows would
  /// slip into it that nobody chose.
  var isForRange = false
}

extension State {
  /// The moment that a list's ages and countdowns are told by: where it stands still, that it was read at.
  var listTime: Timestamp { pause?.at ?? now }

  /// Lets the lists stand still, or go on.
  mutating func togglePause() -> [Effect] {
    if pause?.isForRange == true {
      pause?.isForRange = false
      return []
    }
    guard pause == nil else {
      pause = nil
      notice = Notice(text: Words.goesOn, ink: .dim)
      return reload()
    }
    pause = Pause(at: now)
    return []
  }

  /// What changes by itself is not read while the lists stand still; what somebody asks for is.
  mutating func reloadUnlessPaused() -> [Effect] { pause == nil ? reload() : [] }

  /// A list that stands still was read anew, because somebody did something: that is what it shows now.
  mutating func movePause() { pause?.at = now }

  /// Lets the lists go on that stood still for a range.
  mutating func endRangePause() -> [Effect] {
    guard pause?.isForRange == true, marks.sessions.range == nil, marks.users.range == nil else { return [] }
    pause = nil
    return reload()
  }
}

extension Words {
  static func paused(_ time: String, _ age: String) -> Phrase {
    Phrase("paused \(time), \(age) ago", "已暂停 \(time)，\(age)前")
  }
  static let goesOn = Phrase("The list goes on.", "列表继续刷新。")
}
