import Screen
import SessionCore

/// What happens to the console, named for what happened.
public enum Event: Sendable {
  /// The terminal said something.
  case input(InputEvent)
  /// A second or so went by.
  case tick(Timestamp)
  /// Somebody else changed the database.
  case databaseChanged
  /// Sessions were read for the query of this serial number.
  case sessionsLoaded(ListAnswer<Session>, serial: Int)
  /// Users were read for the query of this serial number.
  case usersLoaded(ListAnswer<UserListing>, serial: Int)
  /// A detail was read.
  case detailLoaded(Detail.Content)
  /// What an act would do is known.
  case previewed(Act, EndPreview)
  /// An act was done.
  case performed(Act, Outcome)
  /// A step of the simulation was done.
  case simulated(SimulationResult)
  /// A theme was chosen.
  case themeChanged(String)
  /// The database did not answer.
  case failed(Phrase, at: Timestamp)
  /// Something that was asked for could not be done; the database is well.
  case refused(Phrase)
}

/// What the console asks of the world. A value: whoever runs it answers with an ``Event``.
public enum Effect: Equatable, Sendable {
  /// Read sessions around a cursor.
  case loadSessions(SessionQuery, WindowAnchor<SessionPosition>, cursor: SessionID?, reach: Int, serial: Int)
  /// Read users around a cursor.
  case loadUsers(UserFilter, WindowAnchor<String>, cursor: User.ID?, reach: Int, serial: Int)
  /// Read all of one session or user.
  case loadDetail(Detail.Subject)
  /// Find out what an act would do.
  case preview(Act)
  /// Do it.
  case perform(Act, reason: String)
  /// Do a step of the simulation.
  case simulate(SimulationRequest)
  /// Choose the next theme.
  case nextTheme
  /// Draw everything anew.
  case redraw
  /// Give the terminal back until the shell goes on with us.
  case suspend
  /// Leave.
  case quit
}

/// An act on the database.
public enum Act: Hashable, Sendable {
  /// End one session; of this login.
  case end(SessionID, login: String)
  /// End all sessions of a user.
  case endAll(User.ID, login: String)
  /// Lock a user and end their sessions.
  case lock(User.ID, login: String)
  /// Unlock a user.
  case unlock(User.ID, login: String)

  /// Whose login it is about.
  public var login: String {
    switch self {
    case .end(_, let login), .endAll(_, let login), .lock(_, let login), .unlock(_, let login): login
    }
  }

  /// The sessions that it ends; nil for none.
  public var selection: SessionSelection? {
    switch self {
    case .end(let id, _): .one(id)
    case .endAll(let id, _), .lock(let id, _): .user(id)
    case .unlock: nil
    }
  }
}

/// What an act did.
public struct Outcome: Equatable, Sendable {
  /// Whether anything changed.
  public var isChanged: Bool
  /// How many sessions ended.
  public var ended: Int

  /// Makes an outcome from its parts.
  public init(isChanged: Bool, ended: Int) {
    self.isChanged = isChanged
    self.ended = ended
  }
}
