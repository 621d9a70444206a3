import SessionCore

/// The lists stand still, so that what is looked at does not move away.
struct Pause: Equatable, Sendable {
  /// The moment that is shown.
  var at: Timestamp
}

extension State {
  /// The moment that a list's ages and countdowns are told by: where it stands still, that it was read at.
  var listTime: Timestamp { pause?.at ?? now }

  /// Lets the lists stand still, or go on.
  mutating func togglePause() -> [Effect] {
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
  mutating func movePause() { if pause != nil { pause = Pause(at: now) } }
}

extension Words {
  static func paused(_ time: String, _ age: String) -> Phrase {
    Phrase("paused \(time), \(age) ago", "已暂停 \(time)，\(age)前")
  }
  static let goesOn = Phrase("The list goes on.", "列表继续刷新。")
}
