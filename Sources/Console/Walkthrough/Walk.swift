import Screen
import SessionCore

/// A walkthrough that is being shown: where it stands.
public struct Walk: Equatable, Sendable {
  /// How it goes.
  public enum Pace: Equatable, Sendable {
    /// So that somebody can follow it, from caption to caption with the Space bar.
    case guided
    /// The same, and each caption goes by itself once there was time to read it.
    case automatic
    /// By itself, and as fast as the console answers.
    case fast
  }

  /// What is shown.
  public let script: Walkthrough
  /// How it goes.
  public let pace: Pace
  /// The step whose caption shows, from 0.
  public internal(set) var step = 0
  /// Why it cannot go on; nil when it can.
  public internal(set) var failure: WalkthroughError?
  /// How long it would have taken so far if the console answered at once: the same each time.
  public internal(set) var elapsed = Interval(milliseconds: 0)
  /// The same, once what it waits for is over.
  var elapsing = Interval(milliseconds: 0)
  /// The deed that comes next; nil while the caption waits to be read.
  var deed: Int?
  /// What the deed in hand has still to press.
  var keys: [Key] = []
  /// When it goes on by itself; nil when it does not.
  var due: Timestamp?
  /// When a text has to show at the latest.
  var deadline: Timestamp?
  /// The step to which it is replayed, without a pause; nil when it is not.
  var replayed: Int?

  /// Begins a walkthrough, and shows it from step `first` on; what comes before is done without a pause.
  public init(_ script: Walkthrough, pace: Pace, from first: Int = 0) {
    self.script = script
    self.pace = pace
    replayed = first > 0 ? min(first, script.steps.count - 1) : nil
    if replayed != nil { deed = 0 }
  }

  /// Whether it is being replayed: nothing need be drawn before it has come to its step.
  public var isReplaying: Bool { replayed != nil && failure == nil }

  /// Whether nothing goes on until somebody presses Space.
  var isWaiting: Bool { deed == nil }
}

extension Walk {
  /// How long a text may take to show.
  static let patience = Interval.seconds(20)
  /// How often to look whether it shows.
  static let glance = Interval(milliseconds: 40)
  /// Between keys that are acts, so that each can be seen to do something.
  static let keyGap = Interval(milliseconds: 450)
  /// Between keys of a text.
  static let letterGap = Interval(milliseconds: 60)

  /// How long somebody takes to read a caption: 15 letters a second, or 6 Chinese characters, and a moment to look.
  static func readingTime(_ text: String) -> Interval {
    Interval(milliseconds: 1500 + Int64(text.reduce(0) { $0 + (SafeText.width(String($1)) == 2 ? 160 : 65) }))
  }

  /// Lets time go by: none of it where nobody looks.
  mutating func pass(_ interval: Interval, at now: Timestamp) {
    let isShown = replayed == nil
    if isShown { elapsing = Interval(milliseconds: elapsed.milliseconds + interval.milliseconds) }
    due = isShown && pace != .fast ? now + interval : now
  }
}
