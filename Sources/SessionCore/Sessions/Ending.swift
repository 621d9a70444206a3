/// How, when, by whom and why a session ended.
public struct Ending: Hashable, Sendable {
  /// How sessions end. The numbers stand in the database.
  public enum How: UInt8, Sendable {
    /// The user logged out.
    case logout = 0
    /// No request came for the idle time.
    case idle = 1
    /// The absolute limit was reached.
    case absolute = 2
    /// An administrator ended it.
    case administrator = 3
    /// The user was locked.
    case locked = 4
    /// Its user ended it from another session.
    case owner = 5
    /// Its user had as many sessions as they may, and opened another.
    case limit = 6
    /// Its user's password was changed.
    case password = 7
    /// Its user was removed.
    case removed = 8
  }

  /// When it ended.
  public var at: Timestamp
  /// How it ended.
  public var how: How
  /// Who ended it; empty for nobody.
  public var by: String
  /// Why, in the words of who ended it.
  public var reason: String
  /// The act that ended it and others, which can be taken back; nil when it cannot.
  public var act: DoneAct.ID?

  /// Makes an ending from its parts.
  public init(at: Timestamp, how: How, by: String, reason: String, act: DoneAct.ID? = nil) {
    self.at = at
    self.how = how
    self.by = by
    self.reason = reason
    self.act = act
  }
}
