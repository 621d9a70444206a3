/// A live session's state in one word, for people.
public enum SessionState: String, Sendable, CaseIterable {
  /// Seen lately.
  case live
  /// Not seen for ten minutes or more.
  case idle
  /// Ends within five minutes unless it is used.
  case ending
  /// On a client that asked to be remembered.
  case remembered
  /// Made by the simulator.
  case simulated

  /// How long before its end a session counts as ending.
  public static let endingWithin = Interval.minutes(5)
  /// How long without a request makes a session idle.
  public static let idleAfter = Interval.minutes(10)
}

extension Session {
  /// The session's state at `now`. What is simulated is never shown as anything else, so that nobody mistakes it.
  public func state(at now: Timestamp) -> SessionState {
    if kind == .simulated { return .simulated }
    if expiresAt <= now + SessionState.endingWithin { return .ending }
    if kind == .remembered { return .remembered }
    if lastSeenAt <= now - SessionState.idleAfter { return .idle }
    return .live
  }
}
