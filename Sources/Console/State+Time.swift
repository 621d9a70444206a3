import Screen
import SessionCore

extension State {
  /// How long the picture stands still while nothing happens.
  private static let stillness = Interval.minutes(5)
  /// How old the picture may be under somebody's hands.
  private static let staleness = Interval.minutes(1)

  /// Moves the moment that the picture is of.
  ///
  /// The time in the header and every age are of one moment. It moves on when something was read anew, at a key when it is
  /// old, and else only now and then: a list that nothing happens in sends nothing over a line.
  mutating func keepTime(after event: Event) {
    let age = now - shownAt
    switch event {
    case .tick: if age >= Self.stillness { shownAt = now }
    // Rows that come as the cursor moves on are no news.
    case .input, .serverSeen, .sessionsRead, .usersRead, .sessionsLoaded, .usersLoaded, .attemptsLoaded, .auditLoaded:
      if age >= Self.staleness { shownAt = now }
    default: shownAt = now
    }
  }

  /// This state at the moment that its picture is of.
  var atShownMoment: State {
    var state = self
    state.now = shownAt
    return state
  }
}
